package org.netloom.datasets;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Smallest, largest, mean and standard deviation (of the population) of every feature or channel over some rows. */
record Moments(double[] least, double[] most, double[] means, double[] deviations) {

    static Moments of(Examples examples, int[] rows) {
        int groups = Normalization.groups(examples.info().input());
        return of(examples.features(), rows, groups, examples.featureSize() / groups);
    }

    /** Over all rows, of which each has so many groups of so many values. */
    static Moments of(float[] values, int groups, int run) {
        return of(values, IntStream.range(0, values.length / (groups * run)).toArray(), groups, run);
    }

    private static Moments of(float[] all, int[] rows, int groups, int run) {
        int size = groups * run;
        double[] least = new double[groups];
        double[] most = new double[groups];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        double[] means = new double[groups];
        for (int row : rows) {
            for (int at = 0; at < size; at++) {
                double value = all[row * size + at];
                int group = at / run;
                least[group] = Math.min(least[group], value);
                most[group] = Math.max(most[group], value);
                means[group] += value;
            }
        }
        double values = (double) rows.length * run;
        for (int group = 0; group < groups; group++) {
            means[group] /= values;
        }
        double[] deviations = new double[groups];
        for (int row : rows) {
            for (int at = 0; at < size; at++) {
                double away = all[row * size + at] - means[at / run];
                deviations[at / run] += away * away;
            }
        }
        for (int group = 0; group < groups; group++) {
            deviations[group] = Math.sqrt(deviations[group] / values);
        }
        return new Moments(least, most, means, deviations);
    }

    Preview.Statistic statistic(int group, String name) {
        return new Preview.Statistic(name, least[group], most[group], means[group], deviations[group]);
    }

    double[] ranges() {
        double[] ranges = new double[least.length];
        Arrays.setAll(ranges, group -> most[group] - least[group]);
        return ranges;
    }
}
