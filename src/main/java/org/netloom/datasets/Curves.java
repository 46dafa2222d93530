package org.netloom.datasets;

import java.util.List;
import org.netloom.design.Shape;

/** Numbers to predict, made from known formulas: the network's answer can be held against the truth. */
final class Curves {

    private static final int COUNT = 1_000;

    private Curves() {}

    static List<Source> sources() {
        return List.of(plane(), sine());
    }

    private static Source plane() {
        DatasetInfo info = new DatasetInfo(
                "linear-plane",
                "Linear plane",
                "y = 2·x1 − 3·x2 + 1 with a little noise (standard deviation 0.1). A single linear unit finds the weights"
                        + " 2 and −3 and the bias 1; the squared error cannot fall below the noise.",
                new Shape.Vector(2),
                new Target.Numbers(List.of("y")),
                COUNT,
                false,
                List.of("x1", "x2"));
        return new Generated(info, described -> {
            Dice dice = new Dice(21);
            float[] features = new float[2 * COUNT];
            float[] numbers = new float[COUNT];
            for (int at = 0; at < COUNT; at++) {
                double x1 = dice.between(-1, 1);
                double x2 = dice.between(-1, 1);
                features[2 * at] = (float) x1;
                features[2 * at + 1] = (float) x2;
                numbers[at] = (float) (2 * x1 - 3 * x2 + 1 + 0.1 * dice.normal());
            }
            return Examples.ofNumbers(described, features, numbers);
        });
    }

    private static Source sine() {
        DatasetInfo info = new DatasetInfo(
                "sine",
                "Sine wave",
                "y = sin x with a little noise (standard deviation 0.05), x from −2π to 2π. A straight line fails; hidden"
                        + " units bend it into waves. Shows how a network approximates a function.",
                new Shape.Vector(1),
                new Target.Numbers(List.of("y")),
                COUNT,
                false,
                List.of("x"));
        return new Generated(info, described -> {
            Dice dice = new Dice(22);
            float[] features = new float[COUNT];
            float[] numbers = new float[COUNT];
            for (int at = 0; at < COUNT; at++) {
                double x = dice.between(-2 * StrictMath.PI, 2 * StrictMath.PI);
                features[at] = (float) x;
                numbers[at] = (float) (StrictMath.sin(x) + 0.05 * dice.normal());
            }
            return Examples.ofNumbers(described, features, numbers);
        });
    }
}
