package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class BatchNorm implements LayerType {

    @Override
    public String id() {
        return "batch-norm";
    }

    @Override
    public String label() {
        return "BatchNorm";
    }

    @Override
    public Category category() {
        return Category.NORMALIZATION;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public String help() {
        return "Brings every feature (of pictures: every channel) to mean 0 and variance 1 over the batch, then learns a scale and a shift. "
                + "Trains deep networks faster. When predicting it uses the means and variances that it followed while training.";
    }

    @Override
    public String formula() {
        return "y = γ (x − μ) / √(σ² + ε) + β";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real(
                        "momentum",
                        "Momentum",
                        0.9,
                        0,
                        1,
                        "How much of the old running mean and variance stays at each step."),
                Parameter.between("epsilon", "ε", 1e-5, 0, 1, "Keeps the division away from zero."));
    }

    @Override
    public String summary(Settings settings) {
        return "momentum " + Value.of(settings.real("momentum")).text();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Fit.of(inputs.get(0));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.BatchNormalize(inputs.get(0), settings.real("momentum"), settings.real("epsilon")));
    }
}
