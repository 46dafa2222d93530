package org.netloom.training.engine.dl4j;

import java.util.Arrays;
import org.nd4j.common.util.ArrayUtil;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's arrays seen as rows of features, one for each position. Sequences [batch, features, steps] and images [batch, channels,
 * height, width] get their features moved to the end; where an array already lies so in memory nothing is copied, and arrays given
 * back by {@link #back} do. A chain of layers that work position by position therefore copies at its two ends only.
 */
final class Rows {

    private Rows() {}

    /** [positions, features], row-major and dense. */
    static INDArray of(INDArray array) {
        INDArray last = featuresLast(array);
        long features = last.size(last.rank() - 1);
        INDArray dense = isDense(last) ? last : last.dup('c');
        return dense.rank() == 2 ? dense : dense.reshape('c', dense.length() / features, features);
    }

    /**
     * Rows as an array of the shape that another one has, apart from the number of features.
     *
     * @param rows as {@link #of} gives them
     */
    static INDArray back(INDArray rows, INDArray like) {
        long features = rows.size(1);
        return switch (like.rank()) {
            case 2 -> rows;
            case 3 -> rows.reshape('c', like.size(0), like.size(2), features).permute(0, 2, 1);
            case 4 ->
                rows.reshape('c', like.size(0), like.size(2), like.size(3), features)
                        .permute(0, 3, 1, 2);
            default -> throw new IllegalArgumentException("Neither vectors, sequences nor images: rank " + like.rank());
        };
    }

    private static INDArray featuresLast(INDArray array) {
        return switch (array.rank()) {
            case 2 -> array;
            case 3 -> array.permute(0, 2, 1);
            case 4 -> array.permute(0, 2, 3, 1);
            default ->
                throw new IllegalArgumentException("Neither vectors, sequences nor images: rank " + array.rank());
        };
    }

    static boolean isDense(INDArray array) {
        return Arrays.equals(array.stride(), ArrayUtil.calcStrides(array.shape()));
    }
}
