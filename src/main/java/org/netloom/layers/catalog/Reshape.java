package org.netloom.layers.catalog;

import java.util.List;
import java.util.Map;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Reshape implements LayerType {

    @Override
    public String id() {
        return "reshape";
    }

    @Override
    public String label() {
        return "Reshape";
    }

    @Override
    public Category category() {
        return Category.RESHAPING;
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public String icon() {
        return "resize";
    }

    @Override
    public String help() {
        return "Gives the same numbers another shape, in row-major order with channels first.";
    }

    @Override
    public String formula() {
        return "y[i] = x[i]";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.dims(
                "shape", "Shape", Value.dims(1, 8, 8), "The new shape; it holds as many numbers as the old one."));
    }

    @Override
    public String summary(Settings settings) {
        return Shape.of(settings.dims("shape")).text();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        Shape wanted = Shape.of(settings.dims("shape"));
        if (wanted.size() == input.size()) {
            return Fit.of(wanted);
        }
        return new Fit.Misfit(
                "size-mismatch",
                "shape",
                input.text() + " holds " + input.size() + " numbers, " + wanted.text() + " holds " + wanted.size()
                        + ".",
                "Both shapes hold the same number of numbers.",
                "Choose a shape of " + input.size() + " numbers.",
                List.of(
                        new Fit.Remedy.Set("Set shape to " + input.size(), "shape", Value.dims(input.size())),
                        new Fit.Remedy.Insert(
                                "Insert Dense with " + wanted.size() + " units before it",
                                0,
                                "dense",
                                Map.of("units", Value.of(wanted.size())))));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Reshape(inputs.get(0), Shape.of(settings.dims("shape"))));
    }
}
