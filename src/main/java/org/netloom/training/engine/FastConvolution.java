package org.netloom.training.engine;

import java.util.Collection;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.util.ConvolutionUtils;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.training.engine.dl4j.Instantiation;

/**
 * DL4J's convolution, computed by {@link PictureProducts} in single precision. For training only: downloads hold the plain layer, whose
 * numbers mean the same.
 */
final class FastConvolution extends ConvolutionLayer {

    private static final long serialVersionUID = 1;

    private final boolean first;

    /** @param first whether its input is data, so that nobody asks for the slope of the loss by it */
    FastConvolution(Builder builder, boolean first) {
        super(builder);
        this.first = first;
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
    static final class Running extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {

        private static final long serialVersionUID = 1;
        private static final String WEIGHTS = ConvolutionParamInitializer.WEIGHT_KEY;
        private static final String BIAS = ConvolutionParamInitializer.BIAS_KEY;

        private transient @Nullable INDArray given;

        Running(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            assertInputSet(false);
            Unfolding unfolding = unfolding();
            if (!isFast(unfolding)) {
                return super.activate(training, workspaces);
            }
            validateInputRank();
            validateInputDepth(input.size(1));
            applyDropOutIfNecessary(training, workspaces);
            INDArray sums = sums(unfolding, training, workspaces, ArrayType.ACTIVATIONS);
            INDArray output = rectifies() ? sums : activation().getActivation(sums, training);
            given = training && rectifies() ? output : null;
            return output;
        }

        /** What goes into the activation; where that is ReLU, what comes out of it. */
        private INDArray sums(Unfolding unfolding, boolean training, LayerWorkspaceMgr workspaces, ArrayType where) {
            INDArray weights = getParamWithNoise(WEIGHTS, training, workspaces);
            INDArray bias = hasBias() ? getParamWithNoise(BIAS, training, workspaces) : null;
            long[] shape = {input.size(0), layerConf().getNOut(), unfolding.rows(), unfolding.columns()};
            INDArray sums = workspaces.createUninitialized(where, DataType.FLOAT, shape, 'c');
            products(unfolding)
                    .forward(
                            (int) shape[0],
                            NativeArrays.buffer(NativeArrays.rowMajor(input)),
                            NativeArrays.floatPointer(weights),
                            bias == null ? null : NativeArrays.floats(bias),
                            NativeArrays.buffer(sums));
            return sums;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            assertInputSet(true);
            Unfolding unfolding = unfolding();
            if (!isFast(unfolding)) {
                return super.backpropGradient(epsilon, workspaces);
            }
            INDArray error = epsilon;
            INDArray output = given;
            if (rectifies() && output == null) {
                output = sums(unfolding, true, workspaces, ArrayType.BP_WORKING_MEM);
            } else if (!rectifies() && !(activation() instanceof ActivationIdentity)) {
                INDArray sums = sums(unfolding, true, workspaces, ArrayType.BP_WORKING_MEM);
                error = activation().backprop(sums, epsilon).getFirst();
            }
            INDArray inputError = isFirst()
                    ? workspaces.create(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape())
                    : workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
            Gradient gradient = new DefaultGradient();
            FloatPointer byWeights = NativeArrays.slopes(WEIGHTS, gradientViews, gradient);
            FloatPointer byBias = hasBias() ? NativeArrays.slopes(BIAS, gradientViews, gradient) : null;
            products(unfolding)
                    .backward(
                            (int) input.size(0),
                            NativeArrays.buffer(NativeArrays.rowMajor(input)),
                            NativeArrays.floatPointer(getParamWithNoise(WEIGHTS, true, workspaces)),
                            output == null ? null : NativeArrays.buffer(output),
                            NativeArrays.buffer(NativeArrays.rowMajor(error)),
                            byWeights,
                            byBias,
                            isFirst() ? null : NativeArrays.buffer(inputError));
            weightNoiseParams.clear();
            return new Pair<>(gradient, backpropDropOutIfPresent(inputError));
        }

        private IActivation activation() {
            return layerConf().getActivationFn();
        }

        /** ReLU's derivative can be told from its output. */
        private boolean rectifies() {
            return activation().getClass() == ActivationReLU.class;
        }

        private boolean isFirst() {
            return ((FastConvolution) layerConf()).first;
        }

        private PictureProducts products(Unfolding unfolding) {
            return new PictureProducts(unfolding, (int) layerConf().getNOut(), rectifies());
        }

        private boolean isFast(Unfolding unfolding) {
            long outputs = input.size(0) * layerConf().getNOut() * unfolding.places();
            return NativeArrays.suit(dataType, input, Math.max(outputs, input.length()))
                    && layerConf().getCnn2dDataFormat() == CNN2DFormat.NCHW
                    && unfolding.fits();
        }

        private Unfolding unfolding() {
            ConvolutionLayer layer = layerConf();
            int[] kernel = layer.getKernelSize();
            int[] stride = layer.getStride();
            int[] gaps = layer.getDilation();
            int[] size = {(int) input.size(2), (int) input.size(3)};
            boolean same = convolutionMode == ConvolutionMode.Same;
            int[] out = ConvolutionUtils.getOutputSize(
                    input, kernel, stride, same ? null : layer.getPadding(), convolutionMode, gaps, CNN2DFormat.NCHW);
            int[] before = same
                    ? ConvolutionUtils.getSameModeTopLeftPadding(out, size, kernel, stride, gaps)
                    : layer.getPadding();
            return new Unfolding(
                    (int) input.size(1),
                    size[0],
                    size[1],
                    kernel[0],
                    kernel[1],
                    stride[0],
                    stride[1],
                    gaps[0],
                    gaps[1],
                    before[0],
                    before[1],
                    out[0],
                    out[1]);
        }

        @Override
        public void clear() {
            super.clear();
            given = null;
        }
    }
}
