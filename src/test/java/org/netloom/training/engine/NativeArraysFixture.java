package org.netloom.training.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

final class NativeArraysFixture {

    private NativeArraysFixture() {}

    static INDArray row(double... numbers) {
        INDArray row = Nd4j.create(numbers, new long[] {1, numbers.length}, 'c');
        return row.castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT);
    }
}
