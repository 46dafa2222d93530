package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.netloom.design.Shape;
import org.netloom.layers.Activation;
import org.netloom.layers.Op;
import org.netloom.training.TrainingPlan;
import org.netloom.training.engine.dl4j.StepwiseDense;

/** Rows of neurons in DL4J's words. */
final class DenseLayers {

    private DenseLayers() {}

    /** @param goal with what the neurons are compared, where they are an output */
    static Layer of(
            Op.Linear linear, Activation activation, Optional<Op.Compare> goal, TrainingPlan plan, Purpose purpose) {
        boolean sequence = linear.from() instanceof Shape.Sequence;
        if (goal.isPresent()) {
            ILossFunction loss =
                    Losses.of(goal.get(), activation, activation, linear.units(), linear.steps(), plan, purpose);
            return sequence
                    ? configure(
                                    new RnnOutputLayer.Builder(loss).dataFormat(RNNFormat.NCW),
                                    linear,
                                    activation,
                                    plan,
                                    purpose)
                            .build()
                    : configure(new OutputLayer.Builder(loss).hasBias(linear.bias()), linear, activation, plan, purpose)
                            .build();
        }
        DenseLayer each = configure(new DenseLayer.Builder().hasBias(linear.bias()), linear, activation, plan, purpose)
                .build();
        if (!sequence) {
            return purpose == Purpose.TRAINING ? new FastDense(each) : each;
        }
        return purpose == Purpose.TRAINING ? new StepwiseDense(each) : new TimeDistributed(each);
    }

    private static <B extends FeedForwardLayer.Builder<B>> B configure(
            B builder, Op.Linear linear, Activation activation, TrainingPlan plan, Purpose purpose) {
        Weights.configure(
                builder.nIn(linear.inputs()).nOut(linear.units()).biasInit(linear.biasStart()),
                activation,
                linear.initializer(),
                linear.l1(),
                linear.l2(),
                plan,
                purpose);
        if (linear.bias() && !linear.trainBias()) {
            builder.biasUpdater(new Sgd(0));
        }
        return builder;
    }

    static List<Lowered.Start> starts(String layer, Op.Linear linear) {
        List<Lowered.Start> starts = new ArrayList<>();
        starts.add(new Lowered.Start(
                layer,
                "W",
                linear.weights()
                        .<Lowered.From>map(rows -> new Lowered.From.Given(
                                rows.stream().flatMap(List::stream).toList()))
                        .orElseGet(
                                () -> new Lowered.From.Drawn(linear.initializer(), linear.inputs(), linear.units()))));
        if (linear.bias()) {
            starts.add(new Lowered.Start(
                    layer,
                    "b",
                    linear.biases()
                            .<Lowered.From>map(Lowered.From.Given::new)
                            .orElseGet(() -> new Lowered.From.Constant(linear.biasStart()))));
        }
        return starts;
    }
}
