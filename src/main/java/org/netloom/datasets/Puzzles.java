package org.netloom.datasets;

import java.util.List;
import org.netloom.design.Shape;

/** Small tasks that need a memory: what is asked for depends on steps far apart. */
final class Puzzles {

    private static final int TRAIN = 4_000;
    private static final int TEST = 1_000;
    private static final int ADDING_STEPS = 20;
    private static final int LONGEST = 12;
    private static final int PARITY_STEPS = 16;

    private Puzzles() {}

    static List<Source> sources() {
        return List.of(adding(), parity(), runningParity());
    }

    private static Source adding() {
        DatasetInfo info = new DatasetInfo(
                "adding",
                "Adding problem",
                "20 numbers from 0 to 1, of which two are marked, one in each half: the answer is the sum of these two (Hochreiter"
                        + " and Schmidhuber, 1997). Whoever always says 1 has a mean squared error of 0.167; a network with a"
                        + " memory comes close to 0.",
                new Shape.Sequence(2, ADDING_STEPS),
                new Target.Numbers(List.of("sum")),
                TRAIN + TEST,
                true,
                List.of("number", "mark"));
        return new Generated(info, described -> {
            int half = ADDING_STEPS / 2;
            float[] features = new float[(TRAIN + TEST) * 2 * ADDING_STEPS];
            float[] sums = new float[TRAIN + TEST];
            for (int at = 0; at < sums.length; at++) {
                Dice dice = new Dice(61, at);
                int from = at * 2 * ADDING_STEPS;
                for (int step = 0; step < ADDING_STEPS; step++) {
                    features[from + step] = (float) dice.unit();
                }
                int first = dice.below(half);
                int second = half + dice.below(half);
                features[from + ADDING_STEPS + first] = 1;
                features[from + ADDING_STEPS + second] = 1;
                sums[at] = features[from + first] + features[from + second];
            }
            return new Examples(described, features, new int[0], sums, TRAIN);
        });
    }

    private static Source parity() {
        DatasetInfo info = new DatasetInfo(
                "parity",
                "Parity",
                "1 to 12 bits: is the number of ones even or odd? Every single bit turns the answer round. The short"
                        + " sequences teach what the long ones need; steps after the last bit are padding and do not count.",
                new Shape.Sequence(1, LONGEST),
                new Target.Classes(List.of("even", "odd")),
                TRAIN + TEST,
                true,
                List.of("bit"));
        return new Generated(info, described -> {
            float[] features = new float[(TRAIN + TEST) * LONGEST];
            int[] classes = new int[TRAIN + TEST];
            int[] lengths = new int[TRAIN + TEST];
            for (int at = 0; at < classes.length; at++) {
                Dice dice = new Dice(62, at);
                lengths[at] = 1 + dice.below(LONGEST);
                for (int step = 0; step < lengths[at]; step++) {
                    int bit = dice.below(2);
                    features[at * LONGEST + step] = bit;
                    classes[at] ^= bit;
                }
            }
            return new Examples(described, features, classes, new float[0], lengths, TRAIN);
        });
    }

    private static Source runningParity() {
        DatasetInfo info = new DatasetInfo(
                "running-parity",
                "Running parity",
                "16 bits, and after each of them the question whether the number of ones so far is even or odd: a sequence in, a"
                        + " sequence out. One unit of memory is enough, but it has to be found.",
                new Shape.Sequence(1, PARITY_STEPS),
                new Target.ClassesPerStep(List.of("even", "odd"), PARITY_STEPS),
                TRAIN + TEST,
                true,
                List.of("bit"));
        return new Generated(info, described -> {
            float[] features = new float[(TRAIN + TEST) * PARITY_STEPS];
            int[] classes = new int[features.length];
            for (int at = 0; at < TRAIN + TEST; at++) {
                Dice dice = new Dice(63, at);
                int odd = 0;
                for (int step = 0; step < PARITY_STEPS; step++) {
                    int bit = dice.below(2);
                    odd ^= bit;
                    features[at * PARITY_STEPS + step] = bit;
                    classes[at * PARITY_STEPS + step] = odd;
                }
            }
            return new Examples(described, features, classes, new float[0], TRAIN);
        });
    }
}
