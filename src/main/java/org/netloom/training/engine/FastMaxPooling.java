package org.netloom.training.engine;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.util.ConvolutionUtils;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.training.engine.dl4j.Instantiation;

/**
 * DL4J's max-pooling without padding, computed by {@link PlanePooling}: the native operation runs on one core, and on the way back
 * pools anew to find the largest numbers. For training only; downloads hold the plain layer.
 */
final class FastMaxPooling extends SubsamplingLayer {

    private static final long serialVersionUID = 1;

    FastMaxPooling(Builder builder) {
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
        return Instantiation.complete(new Running(conf, type), listeners, index, parameters, initialize);
    }

    /** The layer at work. */
    static final class Running extends org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer {

        private static final long serialVersionUID = 1;

        /** Where in its picture's plane each number of the output was found. */
        private transient int[] places = {};

        private transient boolean found;

        Running(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            assertInputSet(false);
            if (!isFast()) {
                return super.activate(training, workspaces);
            }
            INDArray output = pool(workspaces, ArrayType.ACTIVATIONS);
            found = training;
            return output;
        }

        private INDArray pool(LayerWorkspaceMgr workspaces, ArrayType where) {
            SubsamplingLayer layer = layerConf();
            int[] out = ConvolutionUtils.getOutputSize(
                    input,
                    layer.getKernelSize(),
                    layer.getStride(),
                    layer.getPadding(),
                    convolutionMode,
                    layer.getDilation(),
                    CNN2DFormat.NCHW);
            long[] shape = {input.size(0), input.size(1), out[0], out[1]};
            INDArray output = workspaces.createUninitialized(where, DataType.FLOAT, shape, 'c');
            int results = Math.toIntExact(output.length());
            if (places.length != results) {
                places = new int[results];
            }
            PlanePooling pooling = new PlanePooling(
                    (int) input.size(2), (int) input.size(3), out[0], out[1], layer.getKernelSize(), layer.getStride());
            pooling.forward(NativeArrays.buffer(NativeArrays.rowMajor(input)), places, NativeArrays.buffer(output));
            return output;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            assertInputSet(true);
            if (!isFast() || epsilon.dataType() != DataType.FLOAT) {
                return super.backpropGradient(epsilon, workspaces);
            }
            if (!found) {
                pool(workspaces, ArrayType.BP_WORKING_MEM);
            }
            found = false;
            INDArray error =
                    workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
            PlanePooling.backward(
                    (int) (input.size(2) * input.size(3)),
                    (int) (epsilon.size(2) * epsilon.size(3)),
                    NativeArrays.buffer(NativeArrays.rowMajor(epsilon)),
                    places,
                    NativeArrays.buffer(error));
            return new Pair<>(new DefaultGradient(), error);
        }

        private boolean isFast() {
            return NativeArrays.suit(dataType, input, input.length());
        }

        @Override
        public void clear() {
            super.clear();
            found = false;
        }
    }
}
