package org.netloom.training.engine.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Batch normalization of sequences, [batch, features, steps], which DL4J's own refuses: over all steps that count. */
public class StepNormalization extends BatchNormalization {

    private static final long serialVersionUID = 1;

    public StepNormalization() {
        setUseLogStd(false);
    }

    public static StepNormalization of(long features, double decay, double epsilon) {
        StepNormalization layer = new StepNormalization();
        layer.setNIn(features);
        layer.setNOut(features);
        layer.setDecay(decay);
        layer.setEps(epsilon);
        return layer;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        return Instantiation.complete(new StepNormalizationLayer(conf, type), listeners, index, parameters, initialize);
    }
}
