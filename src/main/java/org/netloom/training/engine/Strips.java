package org.netloom.training.engine;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bytedeco.openblas.global.openblas;

/**
 * Cuts work into strips that run side by side on the processor's cores. How it is cut depends on nothing but its size, so that the
 * same numbers come out on every machine.
 */
record Strips(int size, int count) {

    private static final int MOST = 8;

    /**
     * From now on each product of matrices runs on the thread that asks for it. ND4J gives OpenBLAS as many threads as OpenMP has;
     * strips that each wait for those are several times slower than without.
     */
    static void takeOverThreads() {
        openblas.blas_set_num_threads(1);
    }

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
