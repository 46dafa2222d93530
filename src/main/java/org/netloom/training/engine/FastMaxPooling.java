package org.netloom.training.engine;

import java.nio.FloatBuffer;
import java.util.Collection;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's max-pooling without padding, whose way back is a loop over plain arrays: the native operation pools anew to find the
 * largest numbers. For training only; downloads hold the plain layer.
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
        Running layer = new Running(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(conf, parameters, initialize));
        layer.setConf(conf);
        return layer;
    }

    /** The layer at work. */
    static final class Running extends org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer {

        private static final long serialVersionUID = 1;

        Running(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            assertInputSet(true);
            if (input.dataType() != DataType.FLOAT || epsilon.dataType() != DataType.FLOAT) {
                return super.backpropGradient(epsilon, workspaces);
            }
            INDArray error =
                    workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
            spread(NativeArrays.rowMajor(input), NativeArrays.rowMajor(epsilon), error);
            return new Pair<>(new DefaultGradient(), error);
        }

        private void spread(INDArray seen, INDArray epsilon, INDArray error) {
            int width = (int) seen.size(3);
            int outHeight = (int) epsilon.size(2);
            int outWidth = (int) epsilon.size(3);
            float[] plane = new float[(int) seen.size(2) * width];
            float[] spread = new float[plane.length];
            float[] given = new float[outHeight * outWidth];
            FloatBuffer from = numbers(seen);
            FloatBuffer slopes = numbers(epsilon);
            FloatBuffer to = numbers(error);
            long planes = seen.size(0) * seen.size(1);
            for (int number = 0; number < planes; number++) {
                from.get(number * plane.length, plane);
                slopes.get(number * given.length, given);
                java.util.Arrays.fill(spread, 0);
                for (int i = 0; i < outHeight; i++) {
                    for (int j = 0; j < outWidth; j++) {
                        spread[largest(plane, width, i, j)] += given[i * outWidth + j];
                    }
                }
                to.put(number * plane.length, spread);
            }
        }

        private int largest(float[] plane, int width, int row, int column) {
            int[] kernel = layerConf().getKernelSize();
            int[] stride = layerConf().getStride();
            int first = row * stride[0] * width + column * stride[1];
            int best = first;
            for (int p = 0; p < kernel[0]; p++) {
                for (int q = 0; q < kernel[1]; q++) {
                    int at = first + p * width + q;
                    best = plane[at] > plane[best] ? at : best;
                }
            }
            return best;
        }

        private static FloatBuffer numbers(INDArray array) {
            FloatPointer pointer = new FloatPointer(NativeArrays.floatPointer(array));
            return pointer.capacity(array.length()).asBuffer();
        }
    }
}
