package org.netloom.training.engine.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A recurrent cell run over all steps of a batch, and back. What the way back needs of the way there is kept in between. Arrays are
 * DL4J's: sequences [batch, features, steps], masks [batch, steps] with 1 where a step counts; at a step that does not count, state
 * and output are zero.
 */
interface Unroll {

    /** Weights of the input [inputs, blocks × units], of the state [units, blocks × units], biases [biases × blocks × units]. */
    record Weights(INDArray input, INDArray state, INDArray bias) {}

    /**
     * @param start state before the first step [batch, units], {@code null} for zeros
     * @param output gets the state after each step [batch, units, steps]
     */
    void forward(INDArray input, @Nullable INDArray mask, @Nullable INDArray start, Weights weights, INDArray output);

    /**
     * @param error slope of the loss by the output [batch, units, steps]
     * @param gradient gets the slopes by the weights
     * @param inputError gets the slope by the input [batch, inputs, steps]
     */
    void backward(INDArray error, Weights gradient, INDArray inputError);
}
