package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.netloom.layers.Op;
import org.netloom.training.TrainingPlan;
import org.netloom.training.engine.dl4j.Cell;
import org.netloom.training.engine.dl4j.LastStep;
import org.netloom.training.engine.dl4j.Recurrent;
import org.netloom.training.engine.dl4j.ReverseSteps;

/**
 * Recurrent layers in DL4J's words. Training uses our own, which are faster; the file for download has DL4J's classes in the same
 * places with the same numbers, but for the GRU, which DL4J does not have.
 *
 * @param data name of the graph's input whose mask says which steps count
 * @param inputs names of the vertices where data enters
 * @param free makes a name that no vertex has
 */
record RecurrentLayers(
        ComputationGraphConfiguration.GraphBuilder builder,
        TrainingPlan plan,
        Purpose purpose,
        String data,
        Collection<String> inputs,
        UnaryOperator<String> free,
        List<Lowered.Start> starts) {

    /** Adds the layer as {@code name}; gives the vertex that its output comes from. */
    String add(Op.Recurrent op, String name, String from) {
        if (op.way() == Op.Recurrent.Way.FORWARD) {
            cell(op, name, from, inputs.contains(from));
            return op.last() ? last(name) : name;
        }
        if (op.way() == Op.Recurrent.Way.BACKWARD) {
            return backward(op, name, from);
        }
        cell(op, name, from, inputs.contains(from));
        String forward = op.last() ? last(name) : name;
        String backward = backward(op, free.apply(name + " backward"), from);
        String both = free.apply(name + " both");
        builder.addVertex(both, merge(op.way()), forward, backward);
        return both;
    }

    private String backward(Op.Recurrent op, String name, String from) {
        String turned = free.apply(name + " turned");
        builder.addVertex(turned, reverse(), from);
        cell(op, name, turned, inputs.contains(from));
        if (op.last()) {
            return last(name);
        }
        String back = free.apply(name + " back");
        builder.addVertex(back, reverse(), name);
        return back;
    }

    private String last(String from) {
        String name = free.apply(from + " last");
        lastStep(name, from);
        return name;
    }

    void lastStep(String name, String from) {
        builder.addVertex(name, purpose == Purpose.TRAINING ? new LastStep() : new LastTimeStepVertex(data), from);
    }

    void repeat(Op.Repeat repeat, String name, String from) {
        builder.addLayer(name, new RepeatVector.Builder<>(Math.toIntExact(repeat.steps())).build(), from);
    }

    private GraphVertex reverse() {
        return purpose == Purpose.TRAINING ? new ReverseSteps() : new ReverseTimeSeriesVertex(data);
    }

    private static GraphVertex merge(Op.Recurrent.Way way) {
        return switch (way) {
            case BOTH_ADDED -> new ElementWiseVertex(ElementWiseVertex.Op.Add);
            case BOTH_AVERAGED -> new ElementWiseVertex(ElementWiseVertex.Op.Average);
            case BOTH_MULTIPLIED -> new ElementWiseVertex(ElementWiseVertex.Op.Product);
            case BOTH_CONCATENATED, FORWARD, BACKWARD -> new MergeVertex();
        };
    }

    private void cell(Op.Recurrent op, String name, String from, boolean first) {
        builder.addLayer(name, purpose == Purpose.TRAINING ? own(op, first) : standard(op), from);
        int blocks = op.cell().blocks();
        starts.add(new Lowered.Start(name, "W", new Lowered.From.Drawn(op.initializer(), op.inputs(), op.units())));
        starts.add(new Lowered.Start(
                name, "RW", new Lowered.From.Drawn(op.recurrentInitializer(), op.units(), op.units())));
        starts.add(new Lowered.Start(
                name, "b", new Lowered.From.Given(bias(op, blocks * op.cell().biases()))));
    }

    private static List<Double> bias(Op.Recurrent op, int blocks) {
        List<Double> bias = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            boolean forget = op.cell() == Op.Recurrent.Cell.LSTM && block == 1;
            for (long unit = 0; unit < op.units(); unit++) {
                bias.add(forget ? op.forgetBias() : 0);
            }
        }
        return bias;
    }

    private BaseRecurrentLayer own(Op.Recurrent op, boolean first) {
        Cell cell = switch (op.cell()) {
            case SIMPLE -> Cell.SIMPLE;
            case LSTM -> Cell.LSTM;
            case GRU -> Cell.GRU;
        };
        return configured(
                        new Recurrent.Builder(cell)
                                .gateActivation(Activations.of(op.gate()))
                                .forgetGateBiasInit(op.forgetBias())
                                .first(first),
                        op)
                .build();
    }

    private BaseRecurrentLayer standard(Op.Recurrent op) {
        return switch (op.cell()) {
            case SIMPLE -> configured(new SimpleRnn.Builder(), op).build();
            case LSTM ->
                configured(
                                new LSTM.Builder()
                                        .gateActivationFunction(Activations.of(op.gate()))
                                        .forgetGateBiasInit(op.forgetBias()),
                                op)
                        .build();
            case GRU -> own(op, false);
        };
    }

    private <B extends BaseRecurrentLayer.Builder<B>> B configured(B layer, Op.Recurrent op) {
        Weights.configure(
                layer.nIn(op.inputs()).nOut(op.units()),
                op.activation(),
                op.initializer(),
                op.l1(),
                op.l2(),
                plan,
                purpose);
        layer.weightInitRecurrent(Weights.init(op.recurrentInitializer(), purpose));
        if (op.dropout() > 0) {
            layer.dropOut(new Dropout(1 - op.dropout()));
        }
        return layer;
    }
}
