package org.netloom.training.engine.dl4j;

/**
 * Activations over stretches of arrays, as loops that the JIT turns into vector instructions: no calls, no branches.
 *
 * <p>tanh is Lambert's continued fraction x / (1 + x² / (3 + x² / (5 + …))) cut after 13 levels, written as one fraction of
 * polynomials in x²; beyond ±9 it is ±1 to the last digit of a float. The sigmoid is ½ + ½ tanh(x / 2). Both are off by less than
 * 5e-7.
 */
final class FloatCurves {

    private static final float END = 9;

    private static final float P1 = 0.14666666666666667f;
    private static final float P2 = 0.0052173913043478265f;
    private static final float P3 = 6.625258799171843e-05f;
    private static final float P4 = 3.2286836253274086e-07f;
    private static final float P5 = 5.179706350792634e-10f;
    private static final float P6 = 1.264885555749117e-13f;
    private static final float Q1 = 0.48f;
    private static final float Q2 = 0.03188405797101449f;
    private static final float Q3 = 0.0006625258799171842f;
    private static final float Q4 = 5.230467473030402e-06f;
    private static final float Q5 = 1.5193805295658393e-08f;
    private static final float Q6 = 1.1510458557316966e-11f;

    private FloatCurves() {}

    /** Replaces the numbers {@code from … to − 1} by the values of the curve. */
    static void apply(Curve curve, float[] numbers, int from, int to) {
        switch (curve) {
            case IDENTITY -> {}
            case TANH -> tanh(numbers, from, to);
            case SIGMOID -> sigmoid(numbers, from, to);
            case RELU -> relu(numbers, from, to);
            case HARD_TANH -> hardTanh(numbers, from, to);
            case HARD_SIGMOID -> hardSigmoid(numbers, from, to);
            case SOFTSIGN, ELU -> {
                for (int i = from; i < to; i++) {
                    numbers[i] = (float) curve.at(numbers[i]);
                }
            }
        }
    }

    /** The slopes of the curve where its values are {@code values}. */
    static void slopes(Curve curve, float[] values, float[] slopes, int from, int to) {
        switch (curve) {
            case IDENTITY -> java.util.Arrays.fill(slopes, from, to, 1);
            case TANH -> tanhSlopes(values, slopes, from, to);
            case SIGMOID -> sigmoidSlopes(values, slopes, from, to);
            case RELU, HARD_TANH, HARD_SIGMOID, SOFTSIGN, ELU -> {
                for (int i = from; i < to; i++) {
                    slopes[i] = (float) curve.slope(values[i]);
                }
            }
        }
    }

    static void tanh(float[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = Math.max(-END, Math.min(END, numbers[i]));
            float y = x * x;
            float above = ((((((P6 * y + P5) * y + P4) * y + P3) * y + P2) * y + P1) * y + 1) * x;
            float below = (((((Q6 * y + Q5) * y + Q4) * y + Q3) * y + Q2) * y + Q1) * y + 1;
            numbers[i] = above / below;
        }
    }

    static void sigmoid(float[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = Math.max(-END, Math.min(END, 0.5f * numbers[i]));
            float y = x * x;
            float above = ((((((P6 * y + P5) * y + P4) * y + P3) * y + P2) * y + P1) * y + 1) * x;
            float below = (((((Q6 * y + Q5) * y + Q4) * y + Q3) * y + Q2) * y + Q1) * y + 1;
            numbers[i] = 0.5f + 0.5f * (above / below);
        }
    }

    private static void relu(float[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            numbers[i] = Math.max(0, numbers[i]);
        }
    }

    private static void hardTanh(float[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            numbers[i] = Math.max(-1, Math.min(1, numbers[i]));
        }
    }

    private static void hardSigmoid(float[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            numbers[i] = Math.max(0, Math.min(1, 0.2f * numbers[i] + 0.5f));
        }
    }

    private static void tanhSlopes(float[] values, float[] slopes, int from, int to) {
        for (int i = from; i < to; i++) {
            slopes[i] = 1 - values[i] * values[i];
        }
    }

    private static void sigmoidSlopes(float[] values, float[] slopes, int from, int to) {
        for (int i = from; i < to; i++) {
            slopes[i] = values[i] * (1 - values[i]);
        }
    }
}
