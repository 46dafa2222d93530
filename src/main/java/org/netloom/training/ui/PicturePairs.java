package org.netloom.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.netloom.design.Shape;
import org.netloom.training.Evaluation;

/** Pictures above, and below each what the network made of it. */
final class PicturePairs extends Div {

    private final Shape.Image shape;
    private final float dark;
    private final float light;

    PicturePairs(Shape.Image shape, List<Evaluation.Pair> pairs) {
        this.shape = shape;
        dark = Math.min(
                0,
                pairs.stream()
                        .flatMap(pair -> pair.original().stream())
                        .min(Float::compare)
                        .orElse(0f));
        light = Math.max(
                1,
                pairs.stream()
                        .flatMap(pair -> pair.original().stream())
                        .max(Float::compare)
                        .orElse(1f));
        addClassName("netloom-pairs");
        add(row(getTranslation("run.evaluation.originals"), pairs, Evaluation.Pair::original));
        add(row(getTranslation("run.evaluation.reconstructions"), pairs, Evaluation.Pair::reconstruction));
    }

    private Div row(String label, List<Evaluation.Pair> pairs, Function<Evaluation.Pair, List<Float>> side) {
        Image image = new Image(sheet(pairs.stream().map(side).toList()), label);
        Div row = new Div(new Span(label), image);
        row.addClassName("netloom-pairs-row");
        return row;
    }

    private String sheet(List<List<Float>> pictures) {
        int width = (int) shape.width();
        int gap = Math.max(1, width / 14);
        BufferedImage sheet = new BufferedImage(
                pictures.size() * (width + gap) - gap, (int) shape.height(), BufferedImage.TYPE_INT_ARGB);
        for (int at = 0; at < pictures.size(); at++) {
            draw(sheet, pictures.get(at), at * (width + gap));
        }
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(sheet, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One channel is grey, three are red, green and blue. */
    private void draw(BufferedImage sheet, List<Float> pixels, int left) {
        int width = (int) shape.width();
        int plane = width * (int) shape.height();
        boolean coloured = shape.channels() >= 3;
        for (int at = 0; at < plane; at++) {
            int red = level(pixels.get(at));
            int green = coloured ? level(pixels.get(plane + at)) : red;
            int blue = coloured ? level(pixels.get(2 * plane + at)) : red;
            sheet.setRGB(left + at % width, at / width, 0xff << 24 | red << 16 | green << 8 | blue);
        }
    }

    private int level(float pixel) {
        return Math.clamp(Math.round((pixel - dark) / (light - dark) * 255), 0, 255);
    }
}
