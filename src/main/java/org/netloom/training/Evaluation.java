package org.netloom.training;

import java.util.ArrayList;
import java.util.List;
import org.netloom.datasets.Target;
import org.netloom.design.Shape;

/** How good predictions are. */
public sealed interface Evaluation {

    /**
     * For classes. Macro averages are the plain means over the classes that occur among the targets or the predictions.
     *
     * @param accuracy share of examples whose class was predicted
     * @param confusion row: actual class, column: predicted class
     */
    record OfClasses(
            int examples,
            double accuracy,
            double precision,
            double recall,
            double f1,
            List<ClassFigures> classes,
            List<List<Integer>> confusion)
            implements Evaluation {
        public OfClasses {
            classes = List.copyOf(classes);
            confusion = confusion.stream().map(List::copyOf).toList();
        }
    }

    /**
     * @param precision share of those predicted to be in the class that are; 0 if none was
     * @param recall share of those in the class that were predicted to be; 0 if there is none
     * @param support examples of the class
     */
    record ClassFigures(String name, double precision, double recall, double f1, int support) {}

    /**
     * For a generator and a discriminator.
     *
     * @param real share of the real examples that the discriminator takes for real
     * @param fooled share of the generated examples that it takes for real
     */
    record OfRivals(int realExamples, int generatedExamples, double real, double fooled) implements Evaluation {
        /** Share that the discriminator tells rightly, real and generated counting alike. */
        public double accuracy() {
            return (real + 1 - fooled) / 2;
        }
    }

    /** For numbers; the averages are the plain means over the outputs. */
    record OfNumbers(int examples, double mae, double rmse, double r2, List<NumberFigures> outputs)
            implements Evaluation {
        public OfNumbers {
            outputs = List.copyOf(outputs);
        }
    }

    /** @param r2 1 − Σ(y − ŷ)² / Σ(y − ȳ)²; not a number if all targets are equal */
    record NumberFigures(String name, double mae, double rmse, double r2) {}

    /**
     * For networks that give back what they are given; over all numbers of all examples.
     *
     * @param shape of one example
     * @param first the first examples beside what the network made of them
     */
    record OfReconstructions(int examples, double mse, double mae, Shape shape, List<Pair> first)
            implements Evaluation {
        public OfReconstructions {
            first = List.copyOf(first);
        }
    }

    /** An example and its reconstruction, both row-major. */
    record Pair(List<Float> original, List<Float> reconstruction) {
        public Pair {
            original = List.copyOf(original);
            reconstruction = List.copyOf(reconstruction);
        }
    }

    /** Pairs that an evaluation keeps, and numbers in one that it keeps at most. */
    int MOST_PAIRS = 10;

    int MOST_PAIRED = 12_288;

    /** Both row by row, as long as the shape says. */
    static OfReconstructions ofReconstructions(Shape shape, float[] originals, float[] reconstructions) {
        int size = Math.toIntExact(shape.size());
        double squares = 0;
        double absolutes = 0;
        for (int i = 0; i < originals.length; i++) {
            double error = (double) originals[i] - reconstructions[i];
            squares += error * error;
            absolutes += Math.abs(error);
        }
        int examples = originals.length / size;
        List<Pair> first = new ArrayList<>();
        for (int row = 0; row < Math.min(MOST_PAIRS, examples) && size <= MOST_PAIRED; row++) {
            first.add(new Pair(row(originals, row, size), row(reconstructions, row, size)));
        }
        return new OfReconstructions(
                examples, share(squares, originals.length), share(absolutes, originals.length), shape, first);
    }

    private static List<Float> row(float[] numbers, int row, int size) {
        List<Float> all = new ArrayList<>(size);
        for (int i = row * size; i < (row + 1) * size; i++) {
            all.add(numbers[i]);
        }
        return all;
    }

    /**
     * @param targets one-hot rows, or one column of 0 and 1 (or −1 and 1)
     * @param threshold from which on a single output means the second class
     */
    static OfClasses ofClasses(
            List<String> names, float[] targets, float[] predictions, int columns, double threshold) {
        int[][] confusion = new int[names.size()][names.size()];
        int examples = targets.length / columns;
        for (int row = 0; row < examples; row++) {
            int actual = columns == 1 ? (targets[row] > 0 ? 1 : 0) : largest(targets, row * columns, columns);
            int predicted = columns == 1
                    ? (predictions[row] >= threshold ? 1 : 0)
                    : largest(predictions, row * columns, columns);
            confusion[actual][predicted]++;
        }
        return ofConfusion(names, confusion);
    }

    /**
     * Every step that counts is one example.
     *
     * @param columns numbers in a row, features first: classes × steps, or 1 × steps
     * @param lengths steps of each row that count; empty if all do
     */
    static OfClasses ofClassesPerStep(
            Target.ClassesPerStep target,
            float[] targets,
            float[] predictions,
            int columns,
            int[] lengths,
            double threshold) {
        int steps = target.steps();
        int units = columns / steps;
        int[][] confusion = new int[target.size()][target.size()];
        for (int row = 0; row < targets.length / columns; row++) {
            int counting = lengths.length == 0 ? steps : Math.min(lengths[row], steps);
            for (int at = row * columns; at < row * columns + counting; at++) {
                int actual = units == 1 ? (targets[at] > 0 ? 1 : 0) : largest(targets, at, units, steps);
                int predicted =
                        units == 1 ? (predictions[at] >= threshold ? 1 : 0) : largest(predictions, at, units, steps);
                confusion[actual][predicted]++;
            }
        }
        return ofConfusion(target.names(), confusion);
    }

    private static OfClasses ofConfusion(List<String> names, int[][] confusion) {
        List<ClassFigures> classes = new ArrayList<>();
        List<List<Integer>> rows = new ArrayList<>();
        int examples = 0;
        int correct = 0;
        int met = 0;
        double precisions = 0;
        double recalls = 0;
        double f1s = 0;
        for (int c = 0; c < names.size(); c++) {
            int actual = 0;
            int predicted = 0;
            List<Integer> row = new ArrayList<>();
            for (int other = 0; other < names.size(); other++) {
                actual += confusion[c][other];
                predicted += confusion[other][c];
                row.add(confusion[c][other]);
            }
            rows.add(row);
            int hits = confusion[c][c];
            double precision = share(hits, predicted);
            double recall = share(hits, actual);
            double f1 = share(2.0 * hits, actual + (double) predicted);
            classes.add(new ClassFigures(names.get(c), precision, recall, f1, actual));
            examples += actual;
            correct += hits;
            if (actual + predicted > 0) {
                met++;
                precisions += precision;
                recalls += recall;
                f1s += f1;
            }
        }
        return new OfClasses(
                examples,
                share(correct, examples),
                share(precisions, met),
                share(recalls, met),
                share(f1s, met),
                classes,
                rows);
    }

    /** Both row by row. */
    static OfNumbers ofNumbers(List<String> names, float[] targets, float[] predictions, int columns) {
        int examples = targets.length / columns;
        List<NumberFigures> outputs = new ArrayList<>();
        double mae = 0;
        double rmse = 0;
        double r2 = 0;
        for (int column = 0; column < columns; column++) {
            NumberFigures figures = ofColumn(names.get(column), targets, predictions, columns, column, examples);
            outputs.add(figures);
            mae += figures.mae();
            rmse += figures.rmse();
            r2 += figures.r2();
        }
        return new OfNumbers(examples, mae / columns, rmse / columns, r2 / columns, outputs);
    }

    private static NumberFigures ofColumn(
            String name, float[] targets, float[] predictions, int columns, int column, int examples) {
        double mean = 0;
        for (int row = 0; row < examples; row++) {
            mean += targets[row * columns + column];
        }
        mean /= examples;
        double absolute = 0;
        double squared = 0;
        double spread = 0;
        for (int row = 0; row < examples; row++) {
            double y = targets[row * columns + column];
            double error = y - predictions[row * columns + column];
            absolute += Math.abs(error);
            squared += error * error;
            spread += (y - mean) * (y - mean);
        }
        double r2 = spread == 0 ? Double.NaN : 1 - squared / spread;
        return new NumberFigures(name, absolute / examples, Math.sqrt(squared / examples), r2);
    }

    private static int largest(float[] numbers, int from, int n) {
        return largest(numbers, from, n, 1);
    }

    private static int largest(float[] numbers, int from, int n, int stride) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (numbers[from + i * stride] > numbers[from + best * stride]) {
                best = i;
            }
        }
        return best;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
