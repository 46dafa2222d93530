package org.netloom.training.worker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.netloom.datasets.Normalization;
import org.netloom.design.Shape;
import org.netloom.training.SampleSheet;

/** Puts the pictures of a sheet beside each other in one PNG. Numbers that are no pictures give none. */
final class SheetPainter {

    private static final int COLUMNS = 8;
    private static final int GAP = 1;
    private static final int GREY = 0x808080;

    private final Shape data;
    private final Normalization normalization;

    /** @param data shape of an example: what is generated may be the same numbers in a row */
    SheetPainter(Shape data, Normalization normalization) {
        this.data = data;
        this.normalization = normalization;
    }

    /** A sheet of equal pictures. */
    record Painted(int count, int columns, int width, int height, byte[] png) {}

    Optional<Painted> paint(SampleSheet sheet) {
        return data instanceof Shape.Image image
                        && image.size() == sheet.shape().size()
                ? Optional.of(paint(sheet, image))
                : Optional.empty();
    }

    private Painted paint(SampleSheet sheet, Shape.Image image) {
        int width = (int) image.width();
        int height = (int) image.height();
        int rows = (sheet.count() + COLUMNS - 1) / COLUMNS;
        BufferedImage canvas = new BufferedImage(
                COLUMNS * (width + GAP) - GAP, rows * (height + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
        float[] pixels = normalization.undo(sheet.numbers());
        for (int x = 0; x < canvas.getWidth(); x++) {
            for (int y = 0; y < canvas.getHeight(); y++) {
                canvas.setRGB(x, y, GREY);
            }
        }
        for (int number = 0; number < sheet.count(); number++) {
            int left = number % COLUMNS * (width + GAP);
            int top = number / COLUMNS * (height + GAP);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    canvas.setRGB(left + x, top + y, colour(pixels, number, image, y * width + x));
                }
            }
        }
        return new Painted(sheet.count(), COLUMNS, width, height, png(canvas));
    }

    private static int colour(float[] pixels, int number, Shape.Image image, int at) {
        int area = (int) (image.width() * image.height());
        int from = number * (int) image.size() + at;
        int red = level(pixels[from]);
        if (image.channels() < 3) {
            return red << 16 | red << 8 | red;
        }
        return red << 16 | level(pixels[from + area]) << 8 | level(pixels[from + 2 * area]);
    }

    private static int level(float value) {
        return Math.round(Math.max(0, Math.min(1, value)) * 255);
    }

    private static byte[] png(BufferedImage canvas) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(canvas, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
