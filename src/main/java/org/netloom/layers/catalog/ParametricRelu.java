package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class ParametricRelu implements LayerType {

    @Override
    public String id() {
        return "prelu";
    }

    @Override
    public String label() {
        return "PReLU";
    }

    @Override
    public Category category() {
        return Category.ACTIVATION;
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
        return "Leaky ReLU whose slope below zero is learned.";
    }

    @Override
    public String formula() {
        return "y = x for x ≥ 0, else α x";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        "slopes",
                        "Slopes",
                        "each",
                        List.of(
                                new Parameter.Option("each", "One for each number", "As Keras does by itself.", "α_i"),
                                new Parameter.Option(
                                        "shared",
                                        "One for each feature or channel",
                                        "All steps or pixels share it.",
                                        "α_c")),
                        "What shares a slope."),
                Parameter.real("start", "Initial slope", 0, -10, 10, "What every slope starts from."));
    }

    @Override
    public String summary(Settings settings) {
        return settings.choice("slopes").equals("shared") ? "Shared" : "";
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Fit.of(inputs.get(0));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(
                new Op.LearnedLeak(inputs.get(0), settings.choice("slopes").equals("shared"), settings.real("start")));
    }
}
