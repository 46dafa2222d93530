package org.netloom.datasets;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides a number of places among groups in proportion to their sizes (largest remainder; the earlier group wins a tie). */
final class Shares {

    private Shares() {}

    static int[] of(int places, int[] sizes) {
        long total = IntStream.of(sizes).asLongStream().sum();
        int[] shares = new int[sizes.length];
        if (total == 0) {
            return shares;
        }
        long[] remainders = new long[sizes.length];
        int given = 0;
        for (int group = 0; group < sizes.length; group++) {
            long exact = (long) places * sizes[group];
            shares[group] = (int) (exact / total);
            remainders[group] = exact % total;
            given += shares[group];
        }
        IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer group) -> -remainders[group]))
                .limit(places - given)
                .forEach(group -> shares[group]++);
        return shares;
    }
}
