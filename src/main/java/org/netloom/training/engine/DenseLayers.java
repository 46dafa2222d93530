package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.learning.config.Sgd;
import org.netloom.layers.Activation;
import org.netloom.layers.Op;
import org.netloom.training.TrainingPlan;

/** Rows of neurons in DL4J's words. */
final class DenseLayers {

    private DenseLayers() {}

    /** @param goal with what the neurons are compared, where they are an output */
    static BaseLayer of(
            Op.Linear linear, Activation activation, Optional<Op.Compare> goal, TrainingPlan plan, Purpose purpose) {
        if (goal.isPresent()) {
            OutputLayer.Builder builder = new OutputLayer.Builder(
                            Losses.of(goal.get(), activation, linear.units(), plan, purpose))
                    .hasBias(linear.bias());
            return configure(builder, linear, activation, plan, purpose).build();
        }
        DenseLayer.Builder builder = new DenseLayer.Builder().hasBias(linear.bias());
        return configure(builder, linear, activation, plan, purpose).build();
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
