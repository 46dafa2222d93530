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

final class TimeDistributed implements LayerType {

    @Override
    public String id() {
        return "time-distributed";
    }

    @Override
    public String label() {
        return "TimeDistributed Dense";
    }

    @Override
    public Category category() {
        return Category.RECURRENT;
    }

    @Override
    public int place() {
        return 7;
    }

    @Override
    public String icon() {
        return "steps";
    }

    @Override
    public String help() {
        return "The same neurons at every step of a sequence, each step for itself: how a decoder turns what it "
                + "remembers into a prediction for each step. Dense does the same where it gets a sequence.";
    }

    @Override
    public String formula() {
        return "yₜ = f(xₜ W + b)";
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
        Shape input = inputs.get(0);
        return input instanceof Shape.Sequence
                ? Neurons.outputShape(inputs, settings)
                : Misfits.needsSequence(input, "");
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return Neurons.lower(inputs, settings);
    }
}
