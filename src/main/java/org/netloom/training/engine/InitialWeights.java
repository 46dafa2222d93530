package org.netloom.training.engine;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.layers.Initializer;

/** Draws the weights that training starts from, or takes those that a person entered. */
final class InitialWeights {

    private static final long PURPOSE = 1;
    private static final int NEIGHBOURS = 512;

    private InitialWeights() {}

    static void set(ComputationGraph graph, Lowered lowered, long seed) {
        long number = 0;
        for (Lowered.Start start : lowered.starts()) {
            INDArray numbers = graph.getParam(start.layer() + "_" + start.parameter());
            switch (start.from()) {
                case Lowered.From.Constant(double value) -> numbers.assign(value);
                case Lowered.From.Given(List<Double> given) ->
                    write(given.stream().mapToDouble(Double::doubleValue).toArray(), numbers);
                case Lowered.From.Drawn drawn ->
                    write(
                            drawn(
                                    drawn.initializer(),
                                    drawn.fanIn(),
                                    drawn.fanOut(),
                                    Math.toIntExact(numbers.length()),
                                    Draws.of(seed, PURPOSE, number++)),
                            numbers);
            }
        }
    }

    private static void write(double[] from, INDArray to) {
        to.assign(Nd4j.create(from, to.shape(), 'c').castTo(to.dataType()));
    }

    static double[] drawn(Initializer initializer, double n, double m, int count, Draws draws) {
        return switch (initializer) {
            case XAVIER -> normal(Math.sqrt(2 / (n + m)), count, draws);
            case XAVIER_UNIFORM -> uniform(Math.sqrt(6 / (n + m)), count, draws);
            case HE -> normal(Math.sqrt(2 / n), count, draws);
            case HE_UNIFORM -> uniform(Math.sqrt(6 / n), count, draws);
            case LECUN_NORMAL, NORMAL -> normal(Math.sqrt(1 / n), count, draws);
            case LECUN_UNIFORM -> uniform(Math.sqrt(3 / n), count, draws);
            case UNIFORM -> uniform(Math.sqrt(1 / n), count, draws);
            case SIGMOID_UNIFORM -> uniform(4 * Math.sqrt(6 / (n + m)), count, draws);
            case ORTHOGONAL -> orthogonal((int) n, (int) m, count, draws);
            case ZERO -> new double[count];
            case ONES -> {
                double[] ones = new double[count];
                java.util.Arrays.fill(ones, 1);
                yield ones;
            }
        };
    }

    private static double[] normal(double deviation, int count, Draws draws) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = deviation * draws.normal();
        }
        return numbers;
    }

    private static double[] uniform(double bound, int count, Draws draws) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = bound * (2 * draws.unit() - 1);
        }
        return numbers;
    }

    /**
     * Blocks of {@code rows × columns} side by side, each with columns (or rows, if there are fewer) at right angles to each other
     * and of length 1, by Gram and Schmidt. Of wide blocks only {@value #NEIGHBOURS} neighbours are at right angles, for the time it
     * takes.
     */
    private static double[] orthogonal(int rows, int columns, int count, Draws draws) {
        int width = count / rows;
        if (rows * width != count || width % columns != 0) {
            return normal(Math.sqrt(1.0 / rows), count, draws);
        }
        double[] all = new double[count];
        for (int from = 0; from < width; from += columns) {
            boolean tall = rows >= columns;
            double[][] vectors = atRightAngles(Math.min(rows, columns), Math.max(rows, columns), draws);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    all[i * width + from + j] = tall ? vectors[j][i] : vectors[i][j];
                }
            }
        }
        return all;
    }

    private static double[][] atRightAngles(int vectors, int size, Draws draws) {
        double[][] found = new double[vectors][];
        for (int i = 0; i < vectors; i++) {
            double[] next = normal(1, size, draws);
            // Twice, because rounding leaves a rest the first time.
            for (int pass = 0; pass < 2; pass++) {
                for (int other = Math.max(0, i - NEIGHBOURS); other < i; other++) {
                    add(next, found[other], -dot(next, found[other]));
                }
            }
            double length = Math.sqrt(dot(next, next));
            for (int j = 0; j < size; j++) {
                next[j] /= length;
            }
            found[i] = next;
        }
        return found;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }
}
