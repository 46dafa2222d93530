package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class LayerNorm implements LayerType {

    @Override
    public String id() {
        return "layer-norm";
    }

    @Override
    public String label() {
        return "Layer normalization";
    }

    @Override
    public Category category() {
        return Category.NORMALIZATION;
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public String help() {
        return "Brings the features of each example, at each step, to mean 0 and variance 1, then stretches and shifts them by learned "
                + "numbers. Images: the channels at each pixel (as Keras does on its last axis).";
    }

    @Override
    public String formula() {
        return "y = γ (x − μ) / √(σ² + ε) + β";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.between(
                        "epsilon", "ε", 1e-3, 0, 1, "Keeps the division finite where all features are equal."),
                Parameter.flag("scale", "Learn γ", true, "Stretches each feature by a learned factor."),
                Parameter.flag("center", "Learn β", true, "Shifts each feature by a learned number."));
    }

    @Override
    public String summary(Settings settings) {
        return "";
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Fit.of(inputs.get(0));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.NormalizeFeatures(
                inputs.get(0), settings.real("epsilon"), settings.flag("scale"), settings.flag("center")));
    }
}
