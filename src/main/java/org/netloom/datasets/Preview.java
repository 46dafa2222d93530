package org.netloom.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.netloom.design.Shape;

/**
 * A look at a dataset for a person.
 *
 * @param rows the first examples
 * @param histogram examples (or steps that count) in each class, in the order of the names; empty for numbers
 * @param statistics one a feature (of a vector or sequence; none for codes), one a channel (of an image), then one a number to
 *     predict, then the lengths where they differ
 */
public record Preview(DatasetInfo info, List<Row> rows, List<Integer> histogram, List<Statistic> statistics) {

    /**
     * One example.
     *
     * @param label the class, or -1
     * @param numbers the targets of a regression, or empty
     * @param labels the class at each step, or empty
     * @param length steps that count; 1 where the example is no sequence
     */
    public record Row(int index, float[] features, int label, float[] numbers, int[] labels, int length) {}

    /** What one column holds. */
    public record Statistic(String name, double least, double most, double mean, double deviation) {}

    public Preview {
        rows = List.copyOf(rows);
        histogram = List.copyOf(histogram);
        statistics = List.copyOf(statistics);
    }

    public static Preview of(Examples examples, int most) {
        int shown = Math.min(most, examples.count());
        List<Row> rows =
                IntStream.range(0, shown).mapToObj(at -> row(examples, at)).toList();
        return new Preview(examples.info(), rows, histogram(examples), statistics(examples));
    }

    private static List<Integer> histogram(Examples examples) {
        Integer[] histogram = new Integer
                [examples.classes().length == 0 ? 0 : examples.info().target().size()];
        Arrays.fill(histogram, 0);
        int each = examples.classes().length / examples.count();
        for (int at = 0; at < examples.classes().length; at++) {
            if (each == 1 || at % each < length(examples, at / each)) {
                histogram[examples.classes()[at]]++;
            }
        }
        return List.of(histogram);
    }

    private static Row row(Examples examples, int at) {
        int size = examples.featureSize();
        float[] features = Arrays.copyOfRange(examples.features(), at * size, (at + 1) * size);
        int numbers = examples.numbers().length / examples.count();
        boolean one = examples.info().target() instanceof Target.Classes;
        int steps = one ? 0 : examples.classes().length / examples.count();
        return new Row(
                at,
                features,
                one ? examples.classes()[at] : -1,
                Arrays.copyOfRange(examples.numbers(), at * numbers, (at + 1) * numbers),
                Arrays.copyOfRange(examples.classes(), at * steps, (at + 1) * steps),
                length(examples, at));
    }

    private static int length(Examples examples, int at) {
        if (examples.lengths().length > 0) {
            return examples.lengths()[at];
        }
        return examples.info().input() instanceof Shape.Sequence sequence ? (int) sequence.steps() : 1;
    }

    private static List<Statistic> statistics(Examples examples) {
        List<Statistic> all = new ArrayList<>();
        if (!examples.info().hasCodes()) {
            Moments inputs =
                    Moments.of(examples, IntStream.range(0, examples.count()).toArray());
            List<String> given = examples.info().featureNames();
            for (int group = 0; group < inputs.means().length; group++) {
                all.add(inputs.statistic(group, given.isEmpty() ? "channel " + (group + 1) : given.get(group)));
            }
        }
        if (examples.info().target() instanceof Target.Numbers targets) {
            Moments numbers = Moments.of(examples.numbers(), targets.size(), 1);
            for (int column = 0; column < targets.size(); column++) {
                all.add(numbers.statistic(column, targets.names().get(column)));
            }
        }
        if (examples.lengths().length > 0) {
            float[] lengths = new float[examples.count()];
            for (int at = 0; at < lengths.length; at++) {
                lengths[at] = examples.lengths()[at];
            }
            all.add(Moments.of(lengths, 1, 1).statistic(0, "length"));
        }
        return all;
    }
}
