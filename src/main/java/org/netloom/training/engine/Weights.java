package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.netloom.layers.Activation;
import org.netloom.layers.Initializer;
import org.netloom.training.TrainingPlan;

/** What every layer with weights says in DL4J's words. */
final class Weights {

    private Weights() {}

    static <B extends FeedForwardLayer.Builder<B>> B configure(
            B builder,
            Activation activation,
            Initializer initializer,
            double l1,
            double l2,
            TrainingPlan plan,
            Purpose purpose) {
        builder.activation(Activations.of(activation)).weightInit(init(initializer, purpose));
        List<Regularization> regularization = new ArrayList<>();
        if (l1 > 0) {
            regularization.add(new L1Regularization(l1));
        }
        if (l2 > 0) {
            regularization.add(new L2Regularization(l2));
        }
        regularization.addAll(Updaters.decay(plan.optimizer(), purpose));
        if (!regularization.isEmpty()) {
            builder.regularization(regularization);
        }
        return builder;
    }

    /** Training draws its own weights, so DL4J need not draw any. */
    static IWeightInit init(Initializer initializer, Purpose purpose) {
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
            // DL4J has none; the file holds the weights anyhow.
            case ORTHOGONAL -> WeightInit.NORMAL;
            case ZERO -> WeightInit.ZERO;
            case ONES -> WeightInit.ONES;
        };
        return named.getWeightInitFunction();
    }
}
