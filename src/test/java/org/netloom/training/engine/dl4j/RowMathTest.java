package org.netloom.training.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is computed row by row, against formulas and against itself in doubles. */
class RowMathTest {

    private static final int ROWS = 3;
    private static final int N = 7;
    private static final double EPSILON = 1e-3;

    @Test
    void layerNormalizationIsWhatTheFormulaSays() {
        double[] given = normals(1, ROWS * N);
        double[] gamma = normals(2, N);
        double[] beta = normals(3, N);
        double[] rows = given.clone();
        double[] out = new double[given.length];
        NormMath.normalize(rows, new double[ROWS], rows.length, N, EPSILON);
        NormMath.stretch(rows, gamma, beta, out, rows.length, N);

        for (int row = 0; row < ROWS; row++) {
            double mean = 0;
            double variance = 0;
            for (int i = 0; i < N; i++) {
                mean += given[row * N + i] / N;
            }
            for (int i = 0; i < N; i++) {
                variance += Math.pow(given[row * N + i] - mean, 2) / N;
            }
            for (int i = 0; i < N; i++) {
                double wanted = gamma[i] * (given[row * N + i] - mean) / Math.sqrt(variance + EPSILON) + beta[i];
                assertThat(out[row * N + i]).isCloseTo(wanted, within(1e-12));
            }
        }
    }

    @Test
    void layerNormalizationInFloatsIsThatInDoubles() {
        double[] rows = normals(1, ROWS * N);
        double[] errors = normals(2, ROWS * N);
        double[] gamma = normals(3, N);
        float[] floatRows = floats(rows);
        float[] floatErrors = floats(errors);
        double[] reciprocals = new double[ROWS];
        float[] floatReciprocals = new float[ROWS];
        NormMath.normalize(rows, reciprocals, rows.length, N, EPSILON);
        NormMath.normalize(floatRows, floatReciprocals, rows.length, N, (float) EPSILON);
        NormMath.backwards(rows, reciprocals, errors, gamma, new double[N], new double[N], rows.length, N);
        NormMath.backwards(
                floatRows, floatReciprocals, floatErrors, floats(gamma), new float[N], new float[N], rows.length, N);

        for (int i = 0; i < rows.length; i++) {
            assertThat((double) floatRows[i]).isCloseTo(rows[i], within(1e-5));
            assertThat((double) floatErrors[i]).isCloseTo(errors[i], within(1e-5));
        }
    }

    @Test
    void theFastExponentialIsExactToTheSixthDigit() {
        for (float x = 0; x > -87; x -= 0.0137f) {
            assertThat((double) FloatExp.of(x) / Math.exp(x)).isCloseTo(1, within(5e-7));
        }
        assertThat(FloatExp.of(Float.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void aRowThatMaySeeNothingGetsNoWeights() {
        float[] scores = {1, 2, 3};
        SoftmaxMath.forward(scores, 3, 1, 3, false, new float[] {0, 0, 0}, 0);

        assertThat(scores).containsExactly(0, 0, 0);
    }

    @Test
    void sinusoidsAreThoseOfThePaper() {
        double[] numbers = PositionalEncoding.sinusoids(4, 3);

        assertThat(numbers[2 * 4]).isEqualTo(Math.sin(2));
        assertThat(numbers[2 * 4 + 1]).isEqualTo(Math.cos(2));
        assertThat(numbers[2 * 4 + 2]).isEqualTo(Math.sin(2 / 100.0));
        assertThat(numbers[2 * 4 + 3]).isEqualTo(Math.cos(2 / 100.0));
    }

    @Test
    void rowsOfAnArrayThatAlreadyLiesSoAreNotCopied() {
        INDArray rows = Nd4j.linspace(1, 24, 24).castTo(DataType.FLOAT).reshape('c', 6, 4);
        INDArray sequence = Rows.back(rows, Nd4j.zeros(DataType.FLOAT, 2, 4, 3));

        assertThat(sequence.shape()).containsExactly(2, 4, 3);
        assertThat(sequence.getFloat(1, 2, 0)).isEqualTo(rows.getFloat(3, 2));
        assertThat(Rows.of(sequence).data().addressPointer().address())
                .isEqualTo(rows.data().addressPointer().address());
    }

    private static double[] normals(long seed, int count) {
        return new Random(seed).doubles(count, -2, 2).toArray();
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
