package org.netloom.training.engine.dl4j;

import org.jspecify.annotations.Nullable;

/** Softmax over tables of scores that lie one after the other, row by row; once for floats, once for doubles. */
final class SoftmaxMath {

    private SoftmaxMath() {}

    /**
     * Scores to weights, in place. A row without a place that it may see gets no weights at all.
     *
     * @param length numbers in all tables
     * @param steps rows of a table
     * @param others numbers in a row
     * @param causal whether row i sees the places 0 … i only
     * @param seen which places count, from {@code at} on, or {@code null} for all
     */
    static void forward(
            float[] scores, int length, int steps, int others, boolean causal, float @Nullable [] seen, int at) {
        for (int row = 0, from = 0; from < length; row++, from += others) {
            int end = causal ? Math.min(others, row % steps + 1) : others;
            if (seen != null) {
                for (int i = 0; i < end; i++) {
                    if (seen[at + i] == 0) {
                        scores[from + i] = Float.NEGATIVE_INFINITY;
                    }
                }
            }
            for (int i = end; i < others; i++) {
                scores[from + i] = 0;
            }
            softmax(scores, from, from + end);
        }
    }

    private static void softmax(float[] scores, int from, int to) {
        float top = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            top = Math.max(top, scores[i]);
        }
        if (top == Float.NEGATIVE_INFINITY) {
            java.util.Arrays.fill(scores, from, to, 0);
            return;
        }
        for (int i = from; i < to; i++) {
            scores[i] = FloatExp.of(scores[i] - top);
        }
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += scores[i];
        }
        float reciprocal = 1 / sum;
        for (int i = from; i < to; i++) {
            scores[i] *= reciprocal;
        }
    }

    /** Turns derivatives by weights into derivatives by scores, in place: {@code ds = w (dw − Σ w dw)}. */
    static void backward(float[] weights, float[] errors, int length, int others) {
        for (int from = 0; from < length; from += others) {
            float sum = 0;
            for (int i = from; i < from + others; i++) {
                sum += weights[i] * errors[i];
            }
            for (int i = from; i < from + others; i++) {
                errors[i] = weights[i] * (errors[i] - sum);
            }
        }
    }

    static void forward(
            double[] scores, int length, int steps, int others, boolean causal, float @Nullable [] seen, int at) {
        for (int row = 0, from = 0; from < length; row++, from += others) {
            int end = causal ? Math.min(others, row % steps + 1) : others;
            if (seen != null) {
                for (int i = 0; i < end; i++) {
                    if (seen[at + i] == 0) {
                        scores[from + i] = Double.NEGATIVE_INFINITY;
                    }
                }
            }
            for (int i = end; i < others; i++) {
                scores[from + i] = 0;
            }
            softmax(scores, from, from + end);
        }
    }

    private static void softmax(double[] scores, int from, int to) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            top = Math.max(top, scores[i]);
        }
        if (top == Double.NEGATIVE_INFINITY) {
            java.util.Arrays.fill(scores, from, to, 0);
            return;
        }
        for (int i = from; i < to; i++) {
            scores[i] = Math.exp(scores[i] - top);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += scores[i];
        }
        double reciprocal = 1 / sum;
        for (int i = from; i < to; i++) {
            scores[i] *= reciprocal;
        }
    }

    static void backward(double[] weights, double[] errors, int length, int others) {
        for (int from = 0; from < length; from += others) {
            double sum = 0;
            for (int i = from; i < from + others; i++) {
                sum += weights[i] * errors[i];
            }
            for (int i = from; i < from + others; i++) {
                errors[i] = weights[i] * (errors[i] - sum);
            }
        }
    }
}
