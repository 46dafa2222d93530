package org.netloom.datasets;

/**
 * Seeded random numbers (SplitMix64) that are the same, bit for bit, on every machine and in every Java version. Datasets and
 * splits are told apart by fingerprints, so their randomness is written down here and not left to a library.
 */
final class Dice {

    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** A stream of its own for each number, so that one example does not depend on how many dice another one threw. */
    Dice(long seed, long stream) {
        state = new Dice(seed + 0x9E3779B97F4A7C15L * (stream + 1)).nextLong();
    }

    long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    double between(double least, double most) {
        return least + (most - least) * unit();
    }

    /** Uniform in 0 … bound - 1. */
    int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** Standard normal, by Marsaglia's polar method over exactly specified functions. */
    double normal() {
        while (true) {
            double x = between(-1, 1);
            double y = between(-1, 1);
            double radius = x * x + y * y;
            if (radius > 0 && radius < 1) {
                return x * Math.sqrt(-2 * StrictMath.log(radius) / radius);
            }
        }
    }

    void shuffle(int[] values) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = below(last + 1);
            int kept = values[last];
            values[last] = values[other];
            values[other] = kept;
        }
    }
}
