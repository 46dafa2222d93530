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

final class GaussianNoise implements LayerType {

    @Override
    public String id() {
        return "gaussian-noise";
    }

    @Override
    public String label() {
        return "GaussianNoise";
    }

    @Override
    public Category category() {
        return Category.REGULARIZATION;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public String icon() {
        return "drop";
    }

    @Override
    public String help() {
        return "Adds random numbers while training, so that the network does not lean on exact values; does nothing when predicting. "
                + "After an Input it makes a denoising autoencoder.";
    }

    @Override
    public String formula() {
        return "y = x + ε, ε ~ N(0, σ²)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.real("deviation", "Deviation σ", 0.1, 0, 1e6, "Standard deviation of what is added."));
    }

    @Override
    public String summary(Settings settings) {
        return "σ = " + Value.of(settings.real("deviation")).text();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Fit.of(inputs.get(0));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.AddNoise(settings.real("deviation")));
    }
}
