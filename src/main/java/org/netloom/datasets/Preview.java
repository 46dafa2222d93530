package org.netloom.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A look at a dataset for a person.
 *
 * @param rows the first examples
 * @param histogram examples in each class, in the order of the names; empty for numbers
 * @param statistics one a feature (of a vector or sequence), one a channel (of an image), then one a number to predict
 */
public record Preview(DatasetInfo info, List<Row> rows, List<Integer> histogram, List<Statistic> statistics) {

    /** One example. {@code label} is the class, or -1; {@code numbers} are the targets of a regression, or empty. */
    public record Row(int index, float[] features, int label, float[] numbers) {}

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
        Integer[] histogram = new Integer
                [examples.classes().length == 0 ? 0 : examples.info().target().size()];
        Arrays.fill(histogram, 0);
        for (int index : examples.classes()) {
            histogram[index]++;
        }
        return new Preview(examples.info(), rows, List.of(histogram), statistics(examples));
    }

    private static Row row(Examples examples, int at) {
        int size = examples.featureSize();
        float[] features = Arrays.copyOfRange(examples.features(), at * size, (at + 1) * size);
        int numbers = examples.numbers().length / examples.count();
        return new Row(
                at,
                features,
                examples.classes().length == 0 ? -1 : examples.classes()[at],
                Arrays.copyOfRange(examples.numbers(), at * numbers, (at + 1) * numbers));
    }

    private static List<Statistic> statistics(Examples examples) {
        Moments inputs =
                Moments.of(examples, IntStream.range(0, examples.count()).toArray());
        List<String> given = examples.info().featureNames();
        List<Statistic> all = new java.util.ArrayList<>();
        for (int group = 0; group < inputs.means().length; group++) {
            all.add(inputs.statistic(group, given.isEmpty() ? "channel " + (group + 1) : given.get(group)));
        }
        if (examples.info().target() instanceof Target.Numbers targets) {
            Moments numbers = Moments.of(examples.numbers(), targets.size(), 1);
            for (int column = 0; column < targets.size(); column++) {
                all.add(numbers.statistic(column, targets.names().get(column)));
            }
        }
        return all;
    }
}
