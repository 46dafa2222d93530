package org.netloom.layers.catalog;

import java.util.ArrayList;
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

final class LossOutput implements LayerType {

    @Override
    public String id() {
        return "loss";
    }

    @Override
    public String label() {
        return "Loss output";
    }

    @Override
    public Category category() {
        return Category.INPUT_OUTPUT;
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public String icon() {
        return "sign-out";
    }

    @Override
    public String help() {
        return "An Output without weights of its own: what flows in is the prediction, once the activation is applied. It ends "
                + "decoders whose last layer is a convolution or a reshape. The loss is taken over all numbers of an example, "
                + "and predictions come out as one flat row.";
    }

    @Override
    public String formula() {
        return "ŷ = f(vec(x))";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(Activation.parameters(Activation.Kind.IDENTITY).stream(), Goals.parameters().stream())
                .toList();
    }

    @Override
    public Arity arity() {
        return Arity.SINK;
    }

    @Override
    public String summary(Settings settings) {
        return Activation.from(settings).kind().label();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        if (Activation.from(settings).kind() == Activation.Kind.SOFTMAX && !(input instanceof Shape.Vector)) {
            return Misfits.needsVector(input, "Softmax here takes a flat vector of scores.");
        }
        return Fit.of(new Shape.Vector(input.size()));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        List<Op> ops = new ArrayList<>();
        if (!(input instanceof Shape.Vector)) {
            ops.add(new Op.Reshape(input, new Shape.Vector(input.size())));
        }
        ops.add(new Op.Activate(Activation.from(settings), input.size()));
        ops.add(Goals.from(settings));
        return ops;
    }
}
