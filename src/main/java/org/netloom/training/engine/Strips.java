package org.netloom.training.engine;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Cuts work into strips that run side by side on the processor's cores. How it is cut depends on nothing but its size, so that the
 * same numbers come out on every machine.
 */
record Strips(int size, int count) {

    private static final int MOST = 8;

    static Strips of(int size) {
        return of(size, MOST);
    }

    static Strips of(int size, int most) {
        return new Strips(size, Math.max(1, Math.min(MOST, Math.min(size, most))));
    }

    int from(int strip) {
        return (int) ((long) size * strip / count);
    }

    int to(int strip) {
        return from(strip + 1);
    }

    /** Work of the strips' numbers; comes back when all is done. */
    void each(IntConsumer work) {
        if (count == 1) {
            work.accept(0);
        } else {
            IntStream.range(0, count).parallel().forEach(work);
        }
    }
}
