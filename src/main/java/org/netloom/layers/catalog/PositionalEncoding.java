package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class PositionalEncoding implements LayerType {

    @Override
    public String id() {
        return "positional-encoding";
    }

    @Override
    public String label() {
        return "Positional encoding";
    }

    @Override
    public Category category() {
        return Category.ATTENTION;
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public String icon() {
        return "curve";
    }

    @Override
    public String help() {
        return "Adds to each step a row of numbers that tells its place; attention alone does not know the order of the steps.";
    }

    @Override
    public String formula() {
        return "y_t = x_t + p_t, p_t,2i = sin(t / 10000^(2i/d)), p_t,2i+1 = cos(t / 10000^(2i/d))";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice(
                "kind",
                "Kind",
                "sinusoidal",
                List.of(
                        new Parameter.Option(
                                "sinusoidal",
                                "Sinusoidal",
                                "Fixed waves of different length; nothing to learn.",
                                "p_t,2i = sin(t / 10000^(2i/d))"),
                        new Parameter.Option(
                                "learned",
                                "Learned",
                                "One learned row for each step, starting from N(0, 0.02²).",
                                "p_t = P[t]")),
                "Where the rows come from."));
    }

    @Override
    public String summary(Settings settings) {
        return settings.choice("kind").equals("learned") ? "Learned" : "Sinusoidal";
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return inputs.get(0) instanceof Shape.Sequence sequence
                ? Fit.of(sequence)
                : Misfits.needsSequence(inputs.get(0));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.EncodePositions(
                (Shape.Sequence) inputs.get(0), settings.choice("kind").equals("learned")));
    }
}
