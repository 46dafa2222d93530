package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.netloom.layers.Activation;
import org.netloom.layers.Initializer;
import org.netloom.layers.Op;
import org.netloom.training.TrainingPlan;

/** Rows of neurons in DL4J's words. */
final class DenseLayers {

    private DenseLayers() {}

    static BaseLayer of(Op.Linear linear, Activation activation, boolean output, TrainingPlan plan, Purpose purpose) {
        if (output) {
            OutputLayer.Builder builder = new OutputLayer.Builder(
                            purpose == Purpose.TRAINING
                                    ? new TrainingLoss(plan.loss(), activation.kind())
                                    : StandardLoss.of(plan.loss(), linear.units()))
                    .hasBias(linear.bias());
            return configure(builder, linear, activation, plan, purpose).build();
        }
        DenseLayer.Builder builder = new DenseLayer.Builder().hasBias(linear.bias());
        return configure(builder, linear, activation, plan, purpose).build();
    }

    private static <B extends FeedForwardLayer.Builder<B>> B configure(
            B builder, Op.Linear linear, Activation activation, TrainingPlan plan, Purpose purpose) {
        builder.nIn(linear.inputs())
                .nOut(linear.units())
                .activation(Activations.of(activation))
                .weightInit(weightInit(linear.initializer(), purpose))
                .biasInit(linear.biasStart());
        List<Regularization> regularization = new ArrayList<>();
        if (linear.l1() > 0) {
            regularization.add(new L1Regularization(linear.l1()));
        }
        if (linear.l2() > 0) {
            regularization.add(new L2Regularization(linear.l2()));
        }
        regularization.addAll(Updaters.decay(plan.optimizer(), purpose));
        if (!regularization.isEmpty()) {
            builder.regularization(regularization);
        }
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

    /** Training draws its own weights, so DL4J need not draw any. */
    private static IWeightInit weightInit(Initializer initializer, Purpose purpose) {
        if (purpose == Purpose.TRAINING) {
            return WeightInit.ZERO.getWeightInitFunction();
        }
        WeightInit named = switch (initializer) {
            case XAVIER -> WeightInit.XAVIER;
            case XAVIER_UNIFORM -> WeightInit.XAVIER_UNIFORM;
            case HE -> WeightInit.RELU;
            case HE_UNIFORM -> WeightInit.RELU_UNIFORM;
            case LECUN_NORMAL -> WeightInit.LECUN_NORMAL;
            case LECUN_UNIFORM -> WeightInit.LECUN_UNIFORM;
            case UNIFORM -> WeightInit.UNIFORM;
            case NORMAL -> WeightInit.NORMAL;
            case SIGMOID_UNIFORM -> WeightInit.SIGMOID_UNIFORM;
            case ZERO -> WeightInit.ZERO;
            case ONES -> WeightInit.ONES;
        };
        return named.getWeightInitFunction();
    }
}
