package org.netloom.training.engine.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's embedding of sequences, looked up in Java: [batch, 1, steps] or [batch, steps] of whole codes → [batch, size, steps]. A
 * number that is no code counts as the nearest one, so that a layer before it cannot break a training off.
 */
public class CodeEmbedding extends EmbeddingSequenceLayer {

    public CodeEmbedding() {
        // For whoever reads it from JSON.
    }

    /** The same parameters as the standard layer has. */
    public CodeEmbedding(EmbeddingSequenceLayer standard) {
        setNIn(standard.getNIn());
        setNOut(standard.getNOut());
        setInputLength(standard.getInputLength());
        setHasBias(false);
        setActivationFn(standard.getActivationFn());
        setWeightInitFn(standard.getWeightInitFn());
        setRegularization(standard.getRegularization());
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
                new CodeEmbeddingRuntime(configuration, type), listeners, index, parameters, initialize);
    }
}
