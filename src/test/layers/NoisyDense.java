package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Activation;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

/** The one file that a new layer takes; compiled by the test that adds it to the finished product. */
final class NoisyDense implements LayerType {

    @Override
    public String id() {
        return "noisy-dense";
    }

    @Override
    public String label() {
        return "Noisy dense";
    }

    @Override
    public Category category() {
        return Category.CORE;
    }

    @Override
    public String icon() {
        return "cluster";
    }

    @Override
    public String help() {
        return "Neurons whose results are shaken while training.";
    }

    @Override
    public String formula() {
        return "y = f(x W + b) · ε";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(Neurons.parameters(16, Activation.Kind.TANH));
        parameters.add(Parameter.below("shake", "Shake", 0.1, 0, 1, "How strongly the results are shaken."));
        return parameters;
    }

    @Override
    public String summary(Settings settings) {
        return Neurons.summary(settings);
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Neurons.outputShape(inputs, settings);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        List<Op> ops = new ArrayList<>(Neurons.lower(inputs, settings));
        ops.add(new Op.Drop(Op.Drop.Kind.GAUSSIAN, settings.real("shake")));
        return ops;
    }
}
