package org.netloom.training.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Attention against its formula (Vaswani et al. 2017), written down once more in plain loops. */
class AttentionMathTest {

    private static final int EXAMPLES = 2;
    private static final int STEPS = 4;
    private static final int OTHERS = 5;
    private static final int WIDTH = 6;
    private static final float[][] SEEN = {{1, 1, 1, 1, 1}, {1, 0, 1, 1, 0}};

    @ParameterizedTest
    @CsvSource({
        "1, false, FLOAT",
        "3, false, DOUBLE",
        "2, true, FLOAT",
        "3, true, DOUBLE",
        "6, false, FLOAT",
        "6, true, DOUBLE"
    })
    void givesWhatTheFormulaSays(int heads, boolean causal, DataType type) {
        INDArray queries = rows(1, STEPS, type);
        INDArray keys = rows(2, OTHERS, type);
        INDArray values = rows(3, OTHERS, type);
        INDArray out = Nd4j.createUninitialized(type, new long[] {EXAMPLES * STEPS, WIDTH}, 'c');

        new AttentionMath(heads, causal)
                .forward(
                        new AttentionMath.Sizes(EXAMPLES, WIDTH, STEPS, OTHERS),
                        queries,
                        keys,
                        values,
                        Nd4j.create(SEEN).castTo(type),
                        out);

        for (int example = 0; example < EXAMPLES; example++) {
            for (int step = 0; step < STEPS; step++) {
                for (int feature = 0; feature < WIDTH; feature++) {
                    double wanted = formula(heads, causal, queries, keys, values, example, step, feature);
                    assertThat(out.getDouble(example * STEPS + step, feature)).isCloseTo(wanted, within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void derivativesInFloatsAreThoseInDoubles(int heads, boolean causal) {
        INDArray[] floats = derivatives(heads, causal, DataType.FLOAT);
        INDArray[] doubles = derivatives(heads, causal, DataType.DOUBLE);

        for (int i = 0; i < floats.length; i++) {
            assertThat(floats[i]
                            .castTo(DataType.DOUBLE)
                            .sub(doubles[i])
                            .amaxNumber()
                            .doubleValue())
                    .isLessThan(1e-6);
        }
    }

    private static INDArray[] derivatives(int heads, boolean causal, DataType type) {
        AttentionMath math = new AttentionMath(heads, causal);
        AttentionMath.Sizes sizes = new AttentionMath.Sizes(EXAMPLES, WIDTH, STEPS, OTHERS);
        INDArray[] given = {rows(1, STEPS, type), rows(2, OTHERS, type), rows(3, OTHERS, type)};
        INDArray out = rows(4, STEPS, type);
        math.forward(sizes, given[0], given[1], given[2], null, out);
        INDArray[] into = {rows(5, STEPS, type), rows(5, OTHERS, type), rows(5, OTHERS, type)};
        math.backward(sizes, given, rows(6, STEPS, type), into);
        return into;
    }

    private static double formula(
            int heads,
            boolean causal,
            INDArray queries,
            INDArray keys,
            INDArray values,
            int example,
            int step,
            int feature) {
        int size = WIDTH / heads;
        int head = feature / size;
        double above = 0;
        double below = 0;
        for (int other = 0; other < OTHERS; other++) {
            if (SEEN[example][other] == 0 || causal && other > step) {
                continue;
            }
            double score = 0;
            for (int i = head * size; i < (head + 1) * size; i++) {
                score += queries.getDouble(example * STEPS + step, i) * keys.getDouble(example * OTHERS + other, i);
            }
            double weight = Math.exp(score / Math.sqrt(size));
            above += weight * values.getDouble(example * OTHERS + other, feature);
            below += weight;
        }
        return above / below;
    }

    private static INDArray rows(long seed, int steps, DataType type) {
        Random random = new Random(seed);
        INDArray rows = Nd4j.createUninitialized(type, new long[] {EXAMPLES * steps, WIDTH}, 'c');
        for (int i = 0; i < rows.length(); i++) {
            rows.putScalar(i, random.nextGaussian());
        }
        return rows;
    }
}
