package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Activation;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Dense implements LayerType {

    @Override
    public String id() {
        return "dense";
    }

    @Override
    public String label() {
        return "Dense";
    }

    @Override
    public Category category() {
        return Category.CORE;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public String icon() {
        return "cluster";
    }

    @Override
    public String help() {
        return "Fully connected layer: every neuron weighs all inputs, adds its bias and applies the activation.";
    }

    @Override
    public String formula() {
        return "y = f(x W + b)";
    }

    @Override
    public List<Parameter> parameters() {
        return Neurons.parameters(64, Activation.Kind.RELU);
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
        return Neurons.lower(inputs, settings);
    }
}
