package org.netloom.training.engine.dl4j;

/** e to the power of a float, by adding and multiplying only, so that the compiler can do several at once. */
final class FloatExp {

    private static final float LEAST = -87f;
    private static final float LOG2_E = 1.442695041f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUND = 12_582_912f;
    private static final int BIAS = 127;

    private FloatExp() {}

    /** For x of at most 0; within two units in the last place. Below −87 it is 0. */
    static float of(float x) {
        float bounded = Math.max(x, LEAST);
        float whole = (bounded * LOG2_E + ROUND) - ROUND;
        float r = bounded - whole * LN2_HIGH - whole * LN2_LOW;
        // Taylor's series; |r| is at most ln 2 / 2.
        float series = 1 + r * (1 + r * (0.5f + r * (1 / 6f + r * (1 / 24f + r * (1 / 120f + r * (1 / 720f))))));
        float power = Float.intBitsToFloat(((int) whole + BIAS) << 23);
        return x < LEAST ? 0 : series * power;
    }
}
