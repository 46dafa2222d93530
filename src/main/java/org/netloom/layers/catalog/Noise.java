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
import org.netloom.layers.Parameter.Option;
import org.netloom.layers.Settings;

final class Noise implements LayerType {

    @Override
    public String id() {
        return "noise";
    }

    @Override
    public String label() {
        return "Noise";
    }

    @Override
    public Category category() {
        return Category.INPUT_OUTPUT;
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public String icon() {
        return "random";
    }

    @Override
    public String help() {
        return "Where a generator begins: random numbers, drawn anew for every example. No data enters here. "
                + "What comes after it, up to Real or generated, learns to turn them into something that looks like the data.";
    }

    @Override
    public String formula() {
        return "z ~ N(0, 1) or z ~ U(−1, 1)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.dims(
                        "shape",
                        "Shape",
                        Value.dims(100),
                        "Numbers that are drawn for one example: 100 for a hundred of them."),
                Parameter.choice(
                        "distribution",
                        "Distribution",
                        "normal",
                        List.of(
                                new Option("normal", "Normal", "Mean 0 and standard deviation 1.", "N(0, 1)"),
                                new Option("uniform", "Uniform", "All numbers from −1 to 1 alike.", "U(−1, 1)")),
                        "What the numbers are drawn from."));
    }

    @Override
    public Arity arity() {
        return Arity.SOURCE;
    }

    @Override
    public String summary(Settings settings) {
        return Shape.of(settings.dims("shape")).text() + " · " + settings.choice("distribution");
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Fit.of(Shape.of(settings.dims("shape")));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Noise(
                Shape.of(settings.dims("shape")),
                settings.choice("distribution").equals("uniform")
                        ? Op.Noise.Distribution.UNIFORM
                        : Op.Noise.Distribution.NORMAL));
    }
}
