package org.netloom.training.engine.dl4j;

/** Layer normalisation over rows of {@code n} numbers that lie one after the other; once for floats, once for doubles. */
final class NormMath {

    private NormMath() {}

    /** Brings each row to mean 0 and variance 1 in place and notes the reciprocal of its deviation. */
    static void normalize(float[] rows, float[] reciprocals, int length, int n, float epsilon) {
        for (int row = 0, from = 0; from < length; row++, from += n) {
            float sum = 0;
            for (int i = from; i < from + n; i++) {
                sum += rows[i];
            }
            float mean = sum / n;
            float squares = 0;
            for (int i = from; i < from + n; i++) {
                rows[i] -= mean;
                squares += rows[i] * rows[i];
            }
            float reciprocal = (float) (1 / Math.sqrt(squares / n + epsilon));
            reciprocals[row] = reciprocal;
            for (int i = from; i < from + n; i++) {
                rows[i] *= reciprocal;
            }
        }
    }

    /** {@code into = gamma rows + beta}; an empty array stands for ones or zeros. */
    static void stretch(float[] rows, float[] gamma, float[] beta, float[] into, int length, int n) {
        for (int from = 0; from < length; from += n) {
            for (int i = 0; i < n; i++) {
                float scaled = gamma.length == 0 ? rows[from + i] : gamma[i] * rows[from + i];
                into[from + i] = beta.length == 0 ? scaled : scaled + beta[i];
            }
        }
    }

    /**
     * Turns derivatives by what came out into derivatives by what went in, in place: {@code dx = (g − mean(g) − x̂ mean(g x̂)) / σ}
     * with {@code g = γ dy}.
     *
     * @param rows the normalised rows x̂
     * @param byGamma where Σ dy x̂ is added, one sum for each of the n places
     * @param byBeta where Σ dy is added
     */
    static void backwards(
            float[] rows,
            float[] reciprocals,
            float[] errors,
            float[] gamma,
            float[] byGamma,
            float[] byBeta,
            int length,
            int n) {
        for (int row = 0, from = 0; from < length; row++, from += n) {
            for (int i = 0; i < n; i++) {
                byGamma[i] += errors[from + i] * rows[from + i];
                byBeta[i] += errors[from + i];
            }
            if (gamma.length > 0) {
                for (int i = 0; i < n; i++) {
                    errors[from + i] *= gamma[i];
                }
            }
            float sum = 0;
            float product = 0;
            for (int i = from; i < from + n; i++) {
                sum += errors[i];
                product += errors[i] * rows[i];
            }
            sum /= n;
            product /= n;
            float reciprocal = reciprocals[row];
            for (int i = from; i < from + n; i++) {
                errors[i] = reciprocal * (errors[i] - sum - rows[i] * product);
            }
        }
    }

    static void normalize(double[] rows, double[] reciprocals, int length, int n, double epsilon) {
        for (int row = 0, from = 0; from < length; row++, from += n) {
            double sum = 0;
            for (int i = from; i < from + n; i++) {
                sum += rows[i];
            }
            double mean = sum / n;
            double squares = 0;
            for (int i = from; i < from + n; i++) {
                rows[i] -= mean;
                squares += rows[i] * rows[i];
            }
            double reciprocal = 1 / Math.sqrt(squares / n + epsilon);
            reciprocals[row] = reciprocal;
            for (int i = from; i < from + n; i++) {
                rows[i] *= reciprocal;
            }
        }
    }

    static void stretch(double[] rows, double[] gamma, double[] beta, double[] into, int length, int n) {
        for (int from = 0; from < length; from += n) {
            for (int i = 0; i < n; i++) {
                double scaled = gamma.length == 0 ? rows[from + i] : gamma[i] * rows[from + i];
                into[from + i] = beta.length == 0 ? scaled : scaled + beta[i];
            }
        }
    }

    static void backwards(
            double[] rows,
            double[] reciprocals,
            double[] errors,
            double[] gamma,
            double[] byGamma,
            double[] byBeta,
            int length,
            int n) {
        for (int row = 0, from = 0; from < length; row++, from += n) {
            for (int i = 0; i < n; i++) {
                byGamma[i] += errors[from + i] * rows[from + i];
                byBeta[i] += errors[from + i];
            }
            if (gamma.length > 0) {
                for (int i = 0; i < n; i++) {
                    errors[from + i] *= gamma[i];
                }
            }
            double sum = 0;
            double product = 0;
            for (int i = from; i < from + n; i++) {
                sum += errors[i];
                product += errors[i] * rows[i];
            }
            sum /= n;
            product /= n;
            double reciprocal = reciprocals[row];
            for (int i = from; i < from + n; i++) {
                errors[i] = reciprocal * (errors[i] - sum - rows[i] * product);
            }
        }
    }
}
