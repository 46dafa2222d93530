package org.netloom.training.engine;

import java.util.Collection;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.training.engine.dl4j.Instantiation;

/**
 * DL4J's dense layer followed by ReLU, computed by {@link RowProducts} in single precision. For training only; downloads hold the
 * plain layer.
 */
final class FastDense extends DenseLayer {

    private static final long serialVersionUID = 1;

    FastDense(DenseLayer plain) {
        setNIn(plain.getNIn());
        setNOut(plain.getNOut());
        setHasBias(plain.hasBias());
        setActivationFn(plain.getActivationFn());
        setWeightInitFn(plain.getWeightInitFn());
        setBiasInit(plain.getBiasInit());
        setGainInit(plain.getGainInit());
        setRegularization(plain.getRegularization());
        setRegularizationBias(plain.getRegularizationBias());
        setIUpdater(plain.getIUpdater());
        setBiasUpdater(plain.getBiasUpdater());
        setGradientNormalization(plain.getGradientNormalization());
        setGradientNormalizationThreshold(plain.getGradientNormalizationThreshold());
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
    static final class Running extends org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer {

        private static final long serialVersionUID = 1;
        private static final String WEIGHTS = DefaultParamInitializer.WEIGHT_KEY;
        private static final String BIAS = DefaultParamInitializer.BIAS_KEY;

        /** What the way there gave, for the way back. */
        private transient float[] given = {};

        private transient boolean known;

        Running(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
            assertInputSet(false);
            if (!isFast()) {
                return super.activate(training, workspaces);
            }
            applyDropOutIfNecessary(training, workspaces);
            INDArray output = workspaces.createUninitialized(
                    ArrayType.ACTIVATIONS,
                    DataType.FLOAT,
                    new long[] {input.size(0), layerConf().getNOut()},
                    'c');
            given = products()
                    .forward(
                            NativeArrays.floatPointer(NativeArrays.rowMajor(input)),
                            NativeArrays.floatPointer(getParam(WEIGHTS)),
                            hasBias() ? NativeArrays.floats(getParam(BIAS)) : null,
                            NativeArrays.floatPointer(output));
            known = training;
            return output;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            assertInputSet(true);
            if (!known || !isFast() || epsilon.dataType() != DataType.FLOAT) {
                return super.backpropGradient(epsilon, workspaces);
            }
            known = false;
            INDArray inputError =
                    workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
            Gradient gradient = new DefaultGradient();
            FloatPointer byWeights = NativeArrays.slopes(WEIGHTS, gradientViews, gradient);
            FloatPointer byBias = hasBias() ? NativeArrays.slopes(BIAS, gradientViews, gradient) : null;
            products()
                    .backward(
                            NativeArrays.floatPointer(NativeArrays.rowMajor(input)),
                            NativeArrays.floatPointer(getParam(WEIGHTS)),
                            given,
                            NativeArrays.floats(epsilon),
                            byWeights,
                            byBias,
                            NativeArrays.floatPointer(inputError));
            return new Pair<>(gradient, backpropDropOutIfPresent(inputError));
        }

        private RowProducts products() {
            return new RowProducts((int) input.size(0), (int) layerConf().getNIn(), (int)
                    layerConf().getNOut());
        }

        private boolean isFast() {
            return NativeArrays.suit(
                            dataType, input, input.size(0) * layerConf().getNOut())
                    && input.rank() == 2
                    && layerConf().getActivationFn().getClass() == ActivationReLU.class
                    && !layerConf().hasLayerNorm();
        }

        @Override
        public void clear() {
            super.clear();
            known = false;
        }
    }
}
