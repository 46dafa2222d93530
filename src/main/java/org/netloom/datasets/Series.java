package org.netloom.datasets;

import java.util.List;
import org.netloom.design.Shape;

/** Series of which the next value is to be told from the values before it. */
final class Series {

    private static final int WAVE_STEPS = 40;
    private static final int WAVE_WINDOWS = 2_400;
    private static final int WAVE_TEST = 400;
    private static final int MONTHS = 12;
    private static final int LAST_YEARS = 24;

    /**
     * Passengers of international airlines in thousands, each month from January 1949 to December 1960: series G of Box and
     * Jenkins, Time Series Analysis: Forecasting and Control (1976).
     */
    private static final int[] PASSENGERS = {
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, // 1949
        115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
        145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,
        171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194, // 1952
        196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201,
        204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
        242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, // 1955
        284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
        315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336,
        340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337, // 1958
        360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
        417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432
    };

    private Series() {}

    static List<Source> sources() {
        return List.of(waves(), airline());
    }

    private static Source waves() {
        DatasetInfo info = new DatasetInfo(
                "waves",
                "Mixed waves",
                "Three sine waves of different lengths (7.3, 17 and 53 steps) in one series, with a little noise (standard"
                        + " deviation 0.05). From 40 values the next one is to be told; the last 400 windows are for"
                        + " testing. To repeat the last value misses by 0.45 on average (root mean square).",
                new Shape.Sequence(1, WAVE_STEPS),
                new Target.Numbers(List.of("next value")),
                WAVE_WINDOWS,
                true,
                List.of("value"));
        return new Generated(info, described -> {
            Dice dice = new Dice(51);
            double[] series = new double[WAVE_WINDOWS + WAVE_STEPS];
            for (int at = 0; at < series.length; at++) {
                double turn = 2 * StrictMath.PI * at;
                series[at] = 0.6 * StrictMath.sin(turn / 7.3)
                        + StrictMath.sin(turn / 17 + 1)
                        + 0.8 * StrictMath.sin(turn / 53 + 2)
                        + 0.05 * dice.normal();
            }
            return windows(described, series, WAVE_STEPS, WAVE_TEST);
        });
    }

    /**
     * The growth from month to month, ln(this / before), instead of the passengers themselves: it neither rises over the years
     * nor do its swings widen, so that a network can go on where its examples end.
     */
    private static Source airline() {
        DatasetInfo info = new DatasetInfo(
                "airline",
                "Airline passengers",
                "Passengers of international airlines, each month from 1949 to 1960 (Box and Jenkins, series G). From the growth in"
                        + " twelve months, ln(month / month before), the growth of the next is to be told; next month's"
                        + " passengers are this month's × e^growth. The last two years are for testing; to repeat the last"
                        + " month misses by 51.8 thousand passengers there (root mean square).",
                new Shape.Sequence(1, MONTHS),
                new Target.Numbers(List.of("growth of next month")),
                PASSENGERS.length - 1 - MONTHS,
                true,
                List.of("growth"));
        return new Generated(info, described -> {
            double[] growth = new double[PASSENGERS.length - 1];
            for (int at = 0; at < growth.length; at++) {
                growth[at] = StrictMath.log((double) PASSENGERS[at + 1] / PASSENGERS[at]);
            }
            return windows(described, growth, MONTHS, LAST_YEARS);
        });
    }

    private static Examples windows(DatasetInfo info, double[] series, int steps, int test) {
        int count = series.length - steps;
        float[] features = new float[count * steps];
        float[] next = new float[count];
        for (int window = 0; window < count; window++) {
            for (int step = 0; step < steps; step++) {
                features[window * steps + step] = (float) series[window + step];
            }
            next[window] = (float) series[window + steps];
        }
        return new Examples(info, features, new int[0], next, count - test);
    }
}
