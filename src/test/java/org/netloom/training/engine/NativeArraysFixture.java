package org.netloom.training.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

final class NativeArraysFixture {

    private NativeArraysFixture() {}

    static INDArray row(double... numbers) {
        INDArray row = Nd4j.create(numbers, new long[] {1, numbers.length}, 'c');
        return row.castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT);
    }

    static INDArray matrix(float[] numbers, int rows, int columns) {
        return Nd4j.create(numbers, new long[] {rows, columns}, 'c');
    }
}
