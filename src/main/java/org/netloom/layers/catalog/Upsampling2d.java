package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Upsampling2d implements LayerType {

    @Override
    public String id() {
        return "upsampling2d";
    }

    @Override
    public String label() {
        return "UpSampling2D";
    }

    @Override
    public Category category() {
        return Category.RESHAPING;
    }

    @Override
    public int place() {
        return 110;
    }

    @Override
    public String icon() {
        return "resize";
    }

    @Override
    public String help() {
        return "Repeats every number height and width times: makes a picture larger without weights.";
    }

    @Override
    public String formula() {
        return "y[c, i, j] = x[c, ⌊i / s⌋, ⌊j / s⌋]";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Windows.sizes(2, "size", "Factor", 2, "How often each number is repeated."));
    }

    @Override
    public String summary(Settings settings) {
        return "× " + settings.value("size").orElseThrow().text();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        return input instanceof Shape.Image
                ? Fit.of(op(input, settings).output())
                : Misfits.needsImage(input, "upsampling1d");
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(op(inputs.get(0), settings));
    }

    private static Op.Upsample op(Shape input, Settings settings) {
        return new Op.Upsample(input, Windows.sizes(2, settings, "size").orElseThrow());
    }
}
