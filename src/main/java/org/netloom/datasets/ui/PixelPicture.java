package org.netloom.datasets.ui;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.netloom.datasets.Preview.Row;
import org.netloom.design.Shape;

/** Example images side by side as one small PNG, inline, so that a page needs no further requests. */
final class PixelPicture {

    private PixelPicture() {}

    /** A data address; images run from left to right, then down. One channel is grey, three are red, green and blue. */
    static String address(List<Row> rows, Shape.Image shape, int columns) {
        int width = (int) shape.width();
        int height = (int) shape.height();
        int lines = (rows.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(columns * width, lines * height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < rows.size(); at++) {
            draw(sheet, rows.get(at).features(), shape, at % columns * width, at / columns * height);
        }
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(sheet, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(BufferedImage sheet, float[] pixels, Shape.Image shape, int left, int top) {
        int width = (int) shape.width();
        int plane = width * (int) shape.height();
        boolean coloured = shape.channels() >= 3;
        for (int at = 0; at < plane; at++) {
            int red = level(pixels[at]);
            int green = coloured ? level(pixels[plane + at]) : red;
            int blue = coloured ? level(pixels[2 * plane + at]) : red;
            sheet.setRGB(left + at % width, top + at / width, red << 16 | green << 8 | blue);
        }
    }

    private static int level(float pixel) {
        return Math.clamp(Math.round(pixel * 255), 0, 255);
    }
}
