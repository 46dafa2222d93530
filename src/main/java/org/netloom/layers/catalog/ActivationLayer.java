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

final class ActivationLayer implements LayerType {

    @Override
    public String id() {
        return "activation";
    }

    @Override
    public String label() {
        return "Activation";
    }

    @Override
    public Category category() {
        return Category.ACTIVATION;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public String icon() {
        return "curve";
    }

    @Override
    public String help() {
        return "Applies an activation on its own, for example after an Add.";
    }

    @Override
    public String formula() {
        return "y = f(x)";
    }

    @Override
    public List<Parameter> parameters() {
        return Activation.parameters(Activation.Kind.RELU);
    }

    @Override
    public String summary(Settings settings) {
        return Activation.from(settings).kind().label();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        if (Activation.from(settings).kind() == Activation.Kind.SOFTMAX && input instanceof Shape.Image) {
            return Misfits.needsVector(
                    input, "Softmax here takes a flat vector of scores, or a sequence with scores at each step.");
        }
        return Fit.of(input);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Activate(Activation.from(settings), inputs.get(0).size()));
    }
}
