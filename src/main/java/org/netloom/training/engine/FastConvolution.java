package org.netloom.training.engine;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
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

        private transient @Nullable INDArray given;

        @SuppressWarnings("this-escape")
        Running(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
            helper = type == DataType.FLOAT && NativeHelpers.haveOneDnn() ? new MKLDNNConvHelper(type) : null;
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            INDArray output = super.activate(training, workspaces);
            given = training && isKnownFromOutput() ? output : null;
            return output;
        }

        /** These activations' derivatives are the same at their output as at the sum, so that the sum need not be computed again. */
        private boolean isKnownFromOutput() {
            IActivation activation = layerConf().getActivationFn();
            return activation.getClass() == ActivationReLU.class || activation.getClass() == ActivationIdentity.class;
        }

        @Override
        protected Pair<INDArray, INDArray> preOutput4d(
                boolean training, boolean forBackprop, LayerWorkspaceMgr workspaces) {
            INDArray known = given;
            return isFast() && forBackprop && known != null
                    ? new Pair<>(known, null)
                    : super.preOutput4d(training, forBackprop, workspaces);
        }

        @Override
        public void clear() {
            super.clear();
            given = null;
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
