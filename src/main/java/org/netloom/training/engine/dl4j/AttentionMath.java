package org.netloom.training.engine.dl4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Attention forwards and backwards, head by head: the products by OpenBLAS on blocks of the rows, where the heads lie side by side;
 * softmax in Java while one example's scores are still in the processor's cache.
 */
final class AttentionMath {

    private final int heads;
    private final boolean causal;
    private @Nullable INDArray weights;
    private @Nullable INDArray scratch;
    private float[] floats = {};
    private float[] floatErrors = {};
    private double[] doubles = {};
    private double[] doubleErrors = {};

    AttentionMath(int heads, boolean causal) {
        this.heads = heads;
        this.causal = causal;
    }

    /** @param width of a row, all heads together */
    record Sizes(int examples, int width, int steps, int others) {}

    void forward(Sizes sizes, INDArray queries, INDArray keys, INDArray values, @Nullable INDArray mask, INDArray out) {
        DataType type = queries.dataType();
        int size = sizes.width() / heads;
        int table = sizes.steps() * sizes.others();
        weights = atLeast(weights, type, (long) sizes.examples() * heads * table);
        double scale = 1 / Math.sqrt(size);
        Gemm.Block q = Gemm.Block.of(queries);
        Gemm.Block k = Gemm.Block.of(keys);
        Gemm.Block v = Gemm.Block.of(values);
        Gemm.Block o = Gemm.Block.of(out);
        Gemm.Block p = block(weights, sizes.others());
        float[] seen =
                mask == null ? null : Numbers.floats(mask.castTo(DataType.FLOAT).dup('c'));
        for (int example = 0; example < sizes.examples(); example++) {
            long first = (long) example * heads * table;
            for (int head = 0; head < heads; head++) {
                q.at(place(example, sizes.steps(), sizes, head));
                k.at(place(example, sizes.others(), sizes, head));
                p.at(first + (long) head * table);
                Gemm.multiply(type, sizes.steps(), sizes.others(), size, scale, q, k.transposed(), 0, p);
            }
            softmax(sizes, type, p.at(first).numbers(), seen, example * sizes.others());
            for (int head = 0; head < heads; head++) {
                v.at(place(example, sizes.others(), sizes, head));
                o.at(place(example, sizes.steps(), sizes, head));
                p.at(first + (long) head * table);
                Gemm.multiply(type, sizes.steps(), size, sizes.others(), 1, p, v, 0, o);
            }
        }
    }

    /**
     * @param rows queries, keys and values of the last {@link #forward}
     * @param errors derivatives by what it gave
     * @param into where the derivatives by queries, keys and values go
     */
    void backward(Sizes sizes, INDArray[] rows, INDArray errors, INDArray[] into) {
        if (weights == null) {
            throw new IllegalStateException("No forward pass before the backward pass of an attention");
        }
        DataType type = errors.dataType();
        int size = sizes.width() / heads;
        int table = sizes.steps() * sizes.others();
        scratch = atLeast(scratch, type, (long) heads * table);
        double scale = 1 / Math.sqrt(size);
        Gemm.Block q = Gemm.Block.of(rows[0]);
        Gemm.Block k = Gemm.Block.of(rows[1]);
        Gemm.Block v = Gemm.Block.of(rows[2]);
        Gemm.Block e = Gemm.Block.of(errors);
        Gemm.Block dq = Gemm.Block.of(into[0]);
        Gemm.Block dk = Gemm.Block.of(into[1]);
        Gemm.Block dv = Gemm.Block.of(into[2]);
        Gemm.Block p = block(weights, sizes.others());
        Gemm.Block s = block(scratch, sizes.others());
        for (int example = 0; example < sizes.examples(); example++) {
            long first = (long) example * heads * table;
            for (int head = 0; head < heads; head++) {
                long here = place(example, sizes.steps(), sizes, head);
                long there = place(example, sizes.others(), sizes, head);
                p.at(first + (long) head * table);
                s.at((long) head * table);
                e.at(here);
                Gemm.multiply(
                        type,
                        sizes.steps(),
                        sizes.others(),
                        size,
                        1,
                        e,
                        v.at(there).transposed(),
                        0,
                        s);
                Gemm.multiply(type, sizes.others(), size, sizes.steps(), 1, p.transposed(), e, 0, dv.at(there));
            }
            softmaxBackwards(sizes, type, p.at(first).numbers(), s.at(0).numbers());
            for (int head = 0; head < heads; head++) {
                long here = place(example, sizes.steps(), sizes, head);
                long there = place(example, sizes.others(), sizes, head);
                s.at((long) head * table);
                Gemm.multiply(type, sizes.steps(), size, sizes.others(), scale, s, k.at(there), 0, dq.at(here));
                Gemm.multiply(
                        type, sizes.others(), size, sizes.steps(), scale, s.transposed(), q.at(here), 0, dk.at(there));
            }
        }
    }

    private long place(int example, int rows, Sizes sizes, int head) {
        return (long) example * rows * sizes.width() + (long) head * (sizes.width() / heads);
    }

    private static Gemm.Block block(INDArray tables, int rowLength) {
        return new Gemm.Block(tables.data().addressPointer(), rowLength, false);
    }

    private void softmax(Sizes sizes, DataType type, Pointer scores, float @Nullable [] seen, int from) {
        int length = heads * sizes.steps() * sizes.others();
        if (type == DataType.FLOAT) {
            floats = Numbers.atLeast(floats, length);
            ((FloatPointer) scores).get(floats, 0, length);
            SoftmaxMath.forward(floats, length, sizes.steps(), sizes.others(), causal, seen, from);
            ((FloatPointer) scores).put(floats, 0, length);
        } else {
            doubles = Numbers.atLeast(doubles, length);
            ((DoublePointer) scores).get(doubles, 0, length);
            SoftmaxMath.forward(doubles, length, sizes.steps(), sizes.others(), causal, seen, from);
            ((DoublePointer) scores).put(doubles, 0, length);
        }
    }

    private void softmaxBackwards(Sizes sizes, DataType type, Pointer given, Pointer errors) {
        int length = heads * sizes.steps() * sizes.others();
        if (type == DataType.FLOAT) {
            floats = Numbers.atLeast(floats, length);
            floatErrors = Numbers.atLeast(floatErrors, length);
            ((FloatPointer) given).get(floats, 0, length);
            ((FloatPointer) errors).get(floatErrors, 0, length);
            SoftmaxMath.backward(floats, floatErrors, length, sizes.others());
            ((FloatPointer) errors).put(floatErrors, 0, length);
        } else {
            doubles = Numbers.atLeast(doubles, length);
            doubleErrors = Numbers.atLeast(doubleErrors, length);
            ((DoublePointer) given).get(doubles, 0, length);
            ((DoublePointer) errors).get(doubleErrors, 0, length);
            SoftmaxMath.backward(doubles, doubleErrors, length, sizes.others());
            ((DoublePointer) errors).put(doubleErrors, 0, length);
        }
    }

    private static INDArray atLeast(@Nullable INDArray array, DataType type, long length) {
        if (array != null && array.dataType() == type && array.length() >= length) {
            return array;
        }
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            return Nd4j.createUninitialized(type, new long[] {length}, 'c');
        }
    }
}
