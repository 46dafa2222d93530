package org.netloom.training.engine.dl4j;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Sequences [batch, features, steps] in plain arrays, and how many of their steps count. */
final class Steps {

    private Steps() {}

    /** For each example the number of the last step that counts, from 1; all steps without a mask [batch, steps]. */
    static int[] lengths(@Nullable INDArray mask, int batch, int steps) {
        int[] lengths = new int[batch];
        if (mask == null) {
            Arrays.fill(lengths, steps);
            return lengths;
        }
        double[] counts = mask.dup('c').data().asDouble();
        for (int row = 0; row < batch; row++) {
            int last = steps;
            while (last > 1 && counts[row * steps + last - 1] == 0) {
                last--;
            }
            lengths[row] = last;
        }
        return lengths;
    }

    /** The numbers with the examples next to each other, step after step: [steps, features, batch]. */
    static Object numbers(INDArray sequence) {
        INDArray packed = isPacked(sequence) ? sequence : sequence.dup('f');
        if (packed.dataType() == DataType.FLOAT) {
            float[] numbers = new float[Math.toIntExact(packed.length())];
            ((FloatPointer) packed.data().addressPointer()).get(numbers);
            return numbers;
        }
        return packed.data().asDouble();
    }

    private static boolean isPacked(INDArray array) {
        return array.ordering() == 'f' && !array.isView() && array.elementWiseStride() == 1;
    }

    /** Numbers of the same layout, as an array that no workspace will reclaim before the current one ends. */
    static INDArray array(Object numbers, INDArray into) {
        if (numbers instanceof float[] floats && isPacked(into) && into.dataType() == DataType.FLOAT) {
            ((FloatPointer) into.data().addressPointer()).put(floats);
            return into;
        }
        INDArray packed = numbers instanceof float[] floats
                ? Nd4j.create(floats, into.shape(), 'f')
                : Nd4j.create((double[]) numbers, into.shape(), 'f');
        return into.assign(packed.castTo(into.dataType()));
    }
}
