package org.netloom.datasets;

import java.util.List;
import org.netloom.design.Shape;

/** The course's smallest sets: the logic gates, and the one example that the lecture works through by hand. */
final class Gates {

    private Gates() {}

    static List<Source> sources() {
        return List.of(
                gate(
                        "and",
                        "AND",
                        "The four rows of the logic gate: 1 only where both inputs are 1. One straight line divides the"
                                + " classes, so a single perceptron learns it.",
                        0,
                        0,
                        0,
                        1),
                gate(
                        "or",
                        "OR",
                        "The four rows of the logic gate: 1 where at least one input is 1. One straight line divides the"
                                + " classes, so a single perceptron learns it.",
                        0,
                        1,
                        1,
                        1),
                gate(
                        "xor",
                        "XOR",
                        "The four rows of the logic gate: 1 where exactly one input is 1. No straight line divides the"
                                + " classes: a single perceptron must fail, one hidden layer of two units is enough.",
                        0,
                        1,
                        1,
                        0),
                worked());
    }

    private static Source gate(String id, String name, String help, int... truth) {
        DatasetInfo info = new DatasetInfo(
                id,
                name,
                help,
                new Shape.Vector(2),
                new Target.Classes(List.of("0", "1")),
                4,
                false,
                List.of("x1", "x2"));
        return new Generated(
                info, described -> Examples.ofClasses(described, new float[] {0, 0, 0, 1, 1, 0, 1, 1}, truth));
    }

    private static Source worked() {
        DatasetInfo info = new DatasetInfo(
                "worked-2-2-2",
                "Worked example 2-2-2",
                "The single example of the lecture: inputs 0.1 and 0.5, targets 0.05 and 0.95. Follow one step of"
                        + " backpropagation number by number.",
                new Shape.Vector(2),
                new Target.Numbers(List.of("o1", "o2")),
                1,
                false,
                List.of("i1", "i2"));
        return new Generated(
                info, described -> Examples.ofNumbers(described, new float[] {0.1f, 0.5f}, new float[] {0.05f, 0.95f}));
    }
}
