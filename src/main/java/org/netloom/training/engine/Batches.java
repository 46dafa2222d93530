package org.netloom.training.engine;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.datasets.Samples;
import org.netloom.design.Shape;

/** Copies rows of the data into native arrays that are used again for every batch of the same size. */
final class Batches {

    private final Samples samples;
    private final float[] targets;
    private final int width;
    private final Map<Integer, Batch> bySize = new HashMap<>();

    /** Inputs and targets of one step. */
    record Batch(INDArray[] inputs, INDArray[] targets, FloatPointer inputNumbers, FloatPointer targetNumbers) {}

    Batches(Samples samples, Judge judge) {
        this.samples = samples;
        this.width = Math.toIntExact(samples.input().size());
        this.targets = judge == Judge.SIGN ? minusOneOrOne(samples.targets()) : samples.targets();
    }

    int count() {
        return samples.count();
    }

    /**
     * The rows {@code from … from + size − 1} of an order; valid until the next call with this size.
     *
     * @param order row numbers, or {@code null} for the order of the data
     */
    Batch gather(int @Nullable [] order, int from, int size) {
        Batch batch = bySize.computeIfAbsent(size, this::create);
        int columns = samples.targetSize();
        if (order == null) {
            batch.inputNumbers().position(0).put(samples.features(), from * width, size * width);
            batch.targetNumbers().position(0).put(targets, from * columns, size * columns);
            return batch;
        }
        for (int i = 0; i < size; i++) {
            int row = order[from + i];
            batch.inputNumbers().position((long) i * width).put(samples.features(), row * width, width);
            batch.targetNumbers().position((long) i * columns).put(targets, row * columns, columns);
        }
        return batch;
    }

    private Batch create(int size) {
        INDArray inputs = NativeArrays.lasting(withBatch(size, samples.input()));
        INDArray wanted = NativeArrays.lasting(size, samples.targetSize());
        return new Batch(
                new INDArray[] {inputs},
                new INDArray[] {wanted},
                NativeArrays.floatPointer(inputs),
                NativeArrays.floatPointer(wanted));
    }

    static long[] withBatch(long size, Shape shape) {
        long[] dims = new long[shape.dims().size() + 1];
        dims[0] = size;
        for (int i = 1; i < dims.length; i++) {
            dims[i] = shape.dims().get(i - 1);
        }
        return dims;
    }

    private static float[] minusOneOrOne(float[] targets) {
        float[] mapped = targets.clone();
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = mapped[i] > 0 ? 1 : -1;
        }
        return mapped;
    }
}
