package org.netloom.training.engine;

/** Seeded random numbers (SplitMix64), the same on every machine, native library and Java version. */
final class Draws {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** A stream of its own for each purpose and number. */
    static Draws of(long seed, long purpose, long number) {
        long mixed = mix(mix(mix(seed + STEP) ^ purpose * STEP) ^ number * STEP);
        return new Draws(mixed);
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Standard normal. */
    double normal() {
        while (true) {
            double x = 2 * unit() - 1;
            double y = 2 * unit() - 1;
            double radius = x * x + y * y;
            if (radius > 0 && radius < 1) {
                return x * Math.sqrt(-2 * StrictMath.log(radius) / radius);
            }
        }
    }

    /** The numbers 0 … n − 1 in random order. */
    int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int other = (int) (((next() >>> 32) * (i + 1)) >>> 32);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
