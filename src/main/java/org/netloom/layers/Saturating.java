package org.netloom.layers;

/** Arithmetic on counts that stays at {@link Long#MAX_VALUE} instead of overflowing. */
public final class Saturating {

    private Saturating() {}

    public static long times(long a, long b) {
        try {
            return Math.multiplyExact(a, b);
        } catch (ArithmeticException tooLarge) {
            return Long.MAX_VALUE;
        }
    }

    public static long plus(long a, long b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException tooLarge) {
            return Long.MAX_VALUE;
        }
    }
}
