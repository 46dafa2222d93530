package org.netloom.layers.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.netloom.design.Arity;
import org.netloom.design.Shape;
import org.netloom.layers.Activation;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Output implements LayerType {

    @Override
    public String id() {
        return "output";
    }

    @Override
    public String label() {
        return "Output";
    }

    @Override
    public Category category() {
        return Category.INPUT_OUTPUT;
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public String icon() {
        return "sign-out";
    }

    @Override
    public String help() {
        return "The last row of neurons, whose activations are the predictions: one unit for each class with softmax, "
                + "one unit with sigmoid for yes or no, one linear unit for each number to predict. Of several Outputs each "
                + "learns the whole target if its size is the target's; Outputs whose sizes add up to the numbers to predict "
                + "share them in order, from top left to bottom right.";
    }

    @Override
    public String formula() {
        return "ŷ = f(x W + b)";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(Neurons.parameters(1, Activation.Kind.SIGMOID).stream(), Goals.parameters().stream())
                .toList();
    }

    @Override
    public Arity arity() {
        return Arity.SINK;
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
        return Stream.concat(Neurons.lower(inputs, settings).stream(), Stream.of(Goals.from(settings)))
                .toList();
    }
}
