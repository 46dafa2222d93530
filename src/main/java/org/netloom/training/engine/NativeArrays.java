package org.netloom.training.engine;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies between Java arrays and native memory in one go; ND4J's own accessors go number by number. */
final class NativeArrays {

    /** Longer arrays than this have no {@link #buffer}. */
    private static final long MOST = Integer.MAX_VALUE / Float.BYTES;

    private NativeArrays() {}

    /**
     * Whether a layer can be computed on them. Double precision, other processors and what Java's arrays cannot hold are left to DL4J.
     *
     * @param longest numbers in the largest array
     */
    static boolean suit(DataType layer, INDArray input, long longest) {
        return layer == DataType.FLOAT
                && input.dataType() == DataType.FLOAT
                && NativeHelpers.onProcessor()
                && longest < MOST;
    }

    /** A float array that no workspace will reclaim. */
    static INDArray lasting(long... shape) {
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            return Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        }
    }

    /** The numbers of an array, row-major. */
    static float[] floats(INDArray array) {
        INDArray flat = rowMajor(array);
        float[] numbers = new float[Math.toIntExact(flat.length())];
        if (flat.dataType() == DataType.FLOAT) {
            ((FloatPointer) pointer(flat)).get(numbers);
        } else {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = flat.getFloat(i);
            }
        }
        return numbers;
    }

    /** Reads a row-major array of floats or doubles. */
    static void read(INDArray rowMajor, double[] into, float[] between) {
        int length = Math.toIntExact(rowMajor.length());
        if (rowMajor.dataType() == DataType.DOUBLE) {
            ((DoublePointer) pointer(rowMajor)).get(into, 0, length);
            return;
        }
        ((FloatPointer) pointer(rowMajor)).get(between, 0, length);
        for (int i = 0; i < length; i++) {
            into[i] = between[i];
        }
    }

    static void write(double[] numbers, INDArray rowMajor, float[] between) {
        int length = Math.toIntExact(rowMajor.length());
        if (rowMajor.dataType() == DataType.DOUBLE) {
            ((DoublePointer) pointer(rowMajor)).put(numbers, 0, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            between[i] = (float) numbers[i];
        }
        ((FloatPointer) pointer(rowMajor)).put(between, 0, length);
    }

    static void write(float[] numbers, INDArray rowMajor) {
        ((FloatPointer) pointer(rowMajor)).put(numbers, 0, Math.toIntExact(rowMajor.length()));
    }

    static FloatPointer floatPointer(INDArray rowMajor) {
        return (FloatPointer) pointer(rowMajor);
    }

    /** Where the slopes by some parameters of a layer belong, which are then among all that a step gives. */
    static FloatPointer slopes(String parameters, Map<String, INDArray> views, Gradient all) {
        INDArray view = Objects.requireNonNull(views.get(parameters), parameters);
        all.setGradientFor(parameters, view);
        return floatPointer(view);
    }

    /** The numbers of an array where they are. */
    static FloatBuffer buffer(INDArray rowMajor) {
        FloatPointer pointer = new FloatPointer(pointer(rowMajor));
        return pointer.capacity(rowMajor.length()).asBuffer();
    }

    static INDArray rowMajor(INDArray array) {
        boolean plain = array.ordering() == 'c' && array.elementWiseStride() == 1 && !array.isView();
        return plain ? array : array.dup('c');
    }

    private static Pointer pointer(INDArray array) {
        // An array without numbers, as of a network without parameters, has no memory either.
        return array.isEmpty() ? new FloatPointer(1) : array.data().addressPointer();
    }
}
