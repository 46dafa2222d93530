package org.netloom.training.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/** Weight decay as AdamW means it: shrinks weights by {@code rate · coefficient} and is no part of the loss. */
final class DecoupledDecay extends WeightDecay {

    private final double coefficient;

    DecoupledDecay(double coefficient) {
        super(coefficient, true);
        this.coefficient = coefficient;
    }

    @Override
    public double score(INDArray param, int iteration, int epoch) {
        return 0;
    }

    @Override
    @SuppressWarnings("MissingSuperCall")
    public Regularization clone() {
        return new DecoupledDecay(coefficient);
    }
}
