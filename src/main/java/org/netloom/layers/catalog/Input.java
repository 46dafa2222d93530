package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Arity;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Input implements LayerType {

    @Override
    public String id() {
        return "input";
    }

    @Override
    public String label() {
        return "Input";
    }

    @Override
    public Category category() {
        return Category.INPUT_OUTPUT;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public String icon() {
        return "sign-in";
    }

    @Override
    public String help() {
        return "Where data enters the network. Its shape is that of one example: features, or channels × height × width for images. "
                + "Of several Inputs each takes the whole example if its shape is the example's; Inputs whose sizes add up to the "
                + "features share them in order, from top left to bottom right.";
    }

    @Override
    public String formula() {
        return "y = x";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.dims(
                "shape",
                "Shape",
                Value.dims(2),
                "One example without the batch: 4 for four features, 1 × 28 × 28 for grey images of 28 × 28 pixels."));
    }

    @Override
    public Arity arity() {
        return Arity.SOURCE;
    }

    @Override
    public String summary(Settings settings) {
        return Shape.of(settings.dims("shape")).text();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Fit.of(Shape.of(settings.dims("shape")));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Feed(Shape.of(settings.dims("shape"))));
    }
}
