package org.netloom.training.engine;

import org.jspecify.annotations.Nullable;
import org.netloom.datasets.Samples;
import org.netloom.design.Shape;
import org.netloom.layers.Network;
import org.netloom.layers.Op;

/**
 * Which steps of a sequence count. The data says how long each example is; an embedding that masks zeros leaves out the steps whose
 * code is 0.
 *
 * @param steps of every sequence; 0 if nothing is ever masked
 */
record Masking(int steps, boolean zeros) {

    static final Masking NONE = new Masking(0, false);

    /** @param lengths steps that count of each example; empty if all do */
    static Masking of(Network network, Shape input, int[] lengths) {
        boolean zeros = masksZeros(network);
        return input instanceof Shape.Sequence(long features, long steps) && (zeros || lengths.length > 0)
                ? new Masking(Math.toIntExact(steps), zeros && features == 1)
                : NONE;
    }

    static Masking of(Network network, Samples samples) {
        return of(network, samples.input(), samples.lengths());
    }

    private static boolean masksZeros(Network network) {
        return network.nodes().stream()
                .filter(node -> network.inputs().containsAll(node.from()))
                .flatMap(node -> node.ops().stream())
                .anyMatch(op -> op instanceof Op.Embed embed && embed.maskZero());
    }

    boolean isNone() {
        return steps == 0;
    }

    /** Whether predictions of this shape are left out where the inputs are. */
    boolean reaches(Shape output) {
        return !isNone() && output instanceof Shape.Sequence(long features, long given) && given == steps;
    }

    /**
     * Ones and zeros, {@code size × steps}.
     *
     * @param features of all examples, row by row
     * @param lengths of all examples, or empty
     * @param order row numbers, or {@code null} for the order of the data
     */
    float[] rows(float[] features, int[] lengths, int @Nullable [] order, int from, int size) {
        float[] counts = new float[size * steps];
        for (int i = 0; i < size; i++) {
            int row = order == null ? from + i : order[from + i];
            int length = lengths.length == 0 ? steps : lengths[row];
            for (int step = 0; step < steps; step++) {
                boolean padding = step >= length || zeros && features[row * steps + step] == 0;
                counts[i * steps + step] = padding ? 0 : 1;
            }
        }
        return counts;
    }
}
