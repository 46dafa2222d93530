package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Dropout implements LayerType {

    @Override
    public String id() {
        return "dropout";
    }

    @Override
    public String label() {
        return "Dropout";
    }

    @Override
    public Category category() {
        return Category.REGULARIZATION;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public String icon() {
        return "drop";
    }

    @Override
    public String help() {
        return "Disturbs what passes while training, so that the network does not lean on single neurons; does nothing when predicting.";
    }

    @Override
    public String formula() {
        return "y = x · m / (1 − p), m ~ Bernoulli(1 − p)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.below(
                        "rate",
                        "Rate p",
                        0.5,
                        0,
                        1,
                        "Share of the numbers that are dropped (Gaussian: strength of the noise)."),
                Parameter.choice(
                        "kind",
                        "Kind",
                        "standard",
                        List.of(
                                new Parameter.Option(
                                        "standard",
                                        "Standard",
                                        "Sets numbers to zero and scales up the rest.",
                                        "y = x m / (1 − p)"),
                                new Parameter.Option(
                                        "alpha",
                                        "Alpha",
                                        "Keeps mean and variance; for SELU networks.",
                                        "y = a (x m + α′ (1 − m)) + b"),
                                new Parameter.Option(
                                        "gaussian",
                                        "Gaussian",
                                        "Multiplies by noise around 1.",
                                        "y = x ε, ε ~ N(1, p / (1 − p))"),
                                new Parameter.Option(
                                        "spatial",
                                        "Spatial",
                                        "Drops whole channels of pictures, whole features of sequences.",
                                        "y[c] = x[c] m[c] / (1 − p)")),
                        "How it disturbs."));
    }

    @Override
    public String summary(Settings settings) {
        return Math.round(settings.real("rate") * 100) + " %";
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        return settings.choice("kind").equals("spatial") && input instanceof Shape.Vector
                ? hasNoChannels(input)
                : Fit.of(input);
    }

    private static Fit hasNoChannels(Shape input) {
        return new Fit.Misfit(
                "no-channels",
                "kind",
                input.text() + " has no channels that could be dropped as a whole.",
                "Spatial dropout takes pictures or sequences.",
                "Use the standard kind for vectors.",
                List.of(new Fit.Remedy.Set(
                        "Set kind to standard → " + input.text(), "kind", org.netloom.design.Value.of("standard"))));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        Op.Drop.Kind kind = switch (settings.choice("kind")) {
            case "alpha" -> Op.Drop.Kind.ALPHA;
            case "gaussian" -> Op.Drop.Kind.GAUSSIAN;
            case "spatial" -> Op.Drop.Kind.SPATIAL;
            default -> Op.Drop.Kind.STANDARD;
        };
        return List.of(new Op.Drop(kind, settings.real("rate")));
    }
}
