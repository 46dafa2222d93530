package org.netloom.training.engine.dl4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies between dense row-major arrays and Java's, in one go. */
final class Numbers {

    private Numbers() {}

    static float[] atLeast(float[] numbers, int length) {
        return numbers.length >= length ? numbers : new float[length];
    }

    static double[] atLeast(double[] numbers, int length) {
        return numbers.length >= length ? numbers : new double[length];
    }

    static void read(INDArray dense, float[] into) {
        ((FloatPointer) dense.data().addressPointer()).get(into, 0, Math.toIntExact(dense.length()));
    }

    static void read(INDArray dense, double[] into) {
        ((DoublePointer) dense.data().addressPointer()).get(into, 0, Math.toIntExact(dense.length()));
    }

    static void write(float[] numbers, INDArray dense) {
        ((FloatPointer) dense.data().addressPointer()).put(numbers, 0, Math.toIntExact(dense.length()));
    }

    static void write(double[] numbers, INDArray dense) {
        ((DoublePointer) dense.data().addressPointer()).put(numbers, 0, Math.toIntExact(dense.length()));
    }

    static float[] floats(INDArray dense) {
        float[] numbers = new float[Math.toIntExact(dense.length())];
        read(dense, numbers);
        return numbers;
    }

    static double[] doubles(INDArray dense) {
        double[] numbers = new double[Math.toIntExact(dense.length())];
        read(dense, numbers);
        return numbers;
    }
}
