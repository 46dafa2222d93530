package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class GlobalPool implements LayerType {

    @Override
    public String id() {
        return "global-pool";
    }

    @Override
    public String label() {
        return "Global pooling";
    }

    @Override
    public Category category() {
        return Category.POOLING;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public String icon() {
        return "grid";
    }

    @Override
    public String help() {
        return "Makes of every channel of a picture, or every feature of a sequence, one number. Steps that are only padding do not count. "
                + "Stands between convolutions and the Output instead of a Flatten, with far fewer weights.";
    }

    @Override
    public String formula() {
        return "y[c] = max, mean or Σ over x[c, …]";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice(
                "kind",
                "Kind",
                "average",
                List.of(
                        new Parameter.Option("max", "Max", "The largest number.", "y[c] = max x[c, …]"),
                        new Parameter.Option("average", "Average", "The mean.", "y[c] = mean x[c, …]"),
                        new Parameter.Option("sum", "Sum", "The sum.", "y[c] = Σ x[c, …]")),
                "What becomes of the numbers of a channel."));
    }

    @Override
    public String summary(Settings settings) {
        return settings.choice("kind");
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        return input instanceof Shape.Vector
                ? Misfits.needsImage(input, "")
                : Fit.of(new Shape.Vector(input.dims().get(0)));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        Op.GlobalPool.Kind kind = switch (settings.choice("kind")) {
            case "max" -> Op.GlobalPool.Kind.MAX;
            case "sum" -> Op.GlobalPool.Kind.SUM;
            default -> Op.GlobalPool.Kind.AVERAGE;
        };
        return List.of(new Op.GlobalPool(kind, inputs.get(0)));
    }
}
