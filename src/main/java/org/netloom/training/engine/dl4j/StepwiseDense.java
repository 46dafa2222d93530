package org.netloom.training.engine.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A dense layer at every step of a sequence: [batch, inputs, steps] → [batch, units, steps]. The same numbers as DL4J's
 * {@code TimeDistributed(DenseLayer)}, with the same parameters in the same order, in one product of matrices.
 */
public class StepwiseDense extends DenseLayer {

    public StepwiseDense() {
        // For whoever reads it from JSON.
    }

    /** The same neurons at every step. */
    public StepwiseDense(DenseLayer each) {
        setNIn(each.getNIn());
        setNOut(each.getNOut());
        setHasBias(each.isHasBias());
        setActivationFn(each.getActivationFn());
        setWeightInitFn(each.getWeightInitFn());
        setBiasInit(each.getBiasInit());
        setRegularization(each.getRegularization());
        setRegularizationBias(each.getRegularizationBias());
        setIUpdater(each.getIUpdater());
        setBiasUpdater(each.getBiasUpdater());
    }

    @Override
    public org.deeplearning4j.nn.api.Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        return Instantiation.complete(
                new StepwiseDenseRuntime(configuration, type), listeners, index, parameters, initialize);
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        InputType.InputTypeRecurrent sequence = (InputType.InputTypeRecurrent) input;
        return InputType.recurrent(getNOut(), sequence.getTimeSeriesLength());
    }

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }
}
