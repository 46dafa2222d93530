package org.netloom.training.engine;

import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.netloom.layers.Activation;
import org.netloom.layers.Op;
import org.netloom.training.Loss;
import org.netloom.training.TrainingPlan;

/** The loss of an output, in our own words for training and in DL4J's for files. */
final class Losses {

    private Losses() {}

    /**
     * @param suiting the activation that the loss is chosen by
     * @param applied the activation that the output layer itself applies
     * @param outputs numbers that the output gives for an example (or for each of its steps)
     * @param steps how often it does so for each example
     */
    static ILossFunction of(
            Op.Compare goal,
            Activation suiting,
            Activation applied,
            long outputs,
            long steps,
            TrainingPlan plan,
            Purpose purpose) {
        if (goal.with() == Op.Compare.With.RIVAL) {
            return new RivalLoss();
        }
        Loss loss = plan.lossOf(suiting);
        return switch (purpose) {
            case TRAINING -> new TrainingLoss(loss, applied.kind(), goal.weight(), steps);
            case DOWNLOAD -> StandardLoss.of(loss, outputs);
        };
    }
}
