package org.netloom.training.engine;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossCosineProximity;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossKLD;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossMSLE;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;
import org.nd4j.linalg.lossfunctions.impl.LossSquaredHinge;
import org.netloom.training.Loss;

/** DL4J's own losses, for files that plain DL4J opens. */
final class StandardLoss {

    private StandardLoss() {}

    static ILossFunction of(Loss loss, long outputs) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> new LossMSE();
            case HALF_SQUARED_ERROR -> new LossL2(Nd4j.valueArrayOf(new long[] {1, outputs}, 0.5f));
            case CROSS_ENTROPY -> new LossMCXENT();
            case BINARY_CROSS_ENTROPY -> new LossBinaryXENT();
            case MEAN_ABSOLUTE_ERROR -> new LossMAE();
            case SQUARED_LOG_ERROR -> new LossMSLE();
            case HINGE -> new LossHinge();
            case SQUARED_HINGE -> new LossSquaredHinge();
            case KL_DIVERGENCE -> new LossKLD();
            case POISSON -> new LossPoisson();
            case COSINE_PROXIMITY -> new LossCosineProximity();
        };
    }
}
