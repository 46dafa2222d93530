package org.netloom.training.engine;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's convolution, computed by oneDNN where the native library has it. DL4J never finds its own helper, since it looks for the
 * native library under a former name. For training only: downloads hold the plain layer, whose numbers mean the same.
 */
final class FastConvolution extends ConvolutionLayer {

    private static final long serialVersionUID = 1;

    FastConvolution(Builder builder) {
        super(builder);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        Running layer = new Running(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(conf, parameters, initialize));
        layer.setConf(conf);
        return layer;
    }

    /** The layer at work. */
    static final class Running extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {

        private static final long serialVersionUID = 1;

        @SuppressWarnings("this-escape")
        Running(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
            helper = type == DataType.FLOAT && NativeHelpers.haveOneDnn() ? new MKLDNNConvHelper(type) : null;
        }

        /** How often oneDNN refused and DL4J's own code stood in. */
        int failures() {
            return helperCountFail;
        }

        boolean isFast() {
            return helper != null;
        }
    }
}
