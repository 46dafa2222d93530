package org.netloom.datasets;

import java.util.List;
import org.netloom.design.Shape;

/** Points in the plane, drawn with fixed seeds: what a network makes of them can be seen. */
final class Planar {

    private static final int COUNT = 1_000;

    private Planar() {}

    static List<Source> sources() {
        return List.of(
                points(
                        "moons",
                        "Moons",
                        "Two half moons that reach into each other. A straight line gets most points right and never all;"
                                + " a few hidden units bend it into place.",
                        2,
                        11,
                        Planar::moon),
                points(
                        "circles",
                        "Circles",
                        "A small ring of points inside a large one. No straight line helps: the hidden layer has to close a curve"
                                + " around the inner class.",
                        2,
                        12,
                        Planar::circle),
                points(
                        "spirals",
                        "Spirals",
                        "Two spiral arms wound into each other: the hardest of the planar sets. It shows what depth, width"
                                + " and patience buy.",
                        2,
                        13,
                        Planar::spiral),
                points(
                        "blobs",
                        "Blobs",
                        "Three clouds of points, each around its own centre. Softmax regression without any hidden layer"
                                + " solves it; the first step from two classes to several.",
                        3,
                        14,
                        Planar::blob));
    }

    /** Draws one point of a class, {@code part} running from 0 to 1 over the points of the class. */
    private interface Shape2d {
        void draw(int index, double part, Dice dice, double[] point);
    }

    private static Source points(String id, String name, String help, int classes, long seed, Shape2d shape) {
        List<String> names = java.util.stream.IntStream.range(0, classes)
                .mapToObj(index -> String.valueOf((char) ('A' + index)))
                .toList();
        DatasetInfo info = new DatasetInfo(
                id, name, help, new Shape.Vector(2), new Target.Classes(names), COUNT, false, List.of("x1", "x2"));
        return new Generated(info, described -> drawn(described, classes, new Dice(seed), shape));
    }

    private static Examples drawn(DatasetInfo info, int classes, Dice dice, Shape2d shape) {
        float[] features = new float[2 * COUNT];
        int[] labels = new int[COUNT];
        double[] point = new double[2];
        for (int at = 0; at < COUNT; at++) {
            labels[at] = at % classes;
            int within = at / classes;
            int last = (COUNT - 1) / classes;
            double part = (double) within / last;
            shape.draw(labels[at], part, dice, point);
            features[2 * at] = (float) point[0];
            features[2 * at + 1] = (float) point[1];
        }
        return Examples.ofClasses(info, features, labels);
    }

    private static void moon(int index, double part, Dice dice, double[] point) {
        double angle = StrictMath.PI * part;
        double x = index == 0 ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
        double y = index == 0 ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
        place(x, y, 0.12, dice, point);
    }

    private static void circle(int index, double part, Dice dice, double[] point) {
        double angle = 2 * StrictMath.PI * part;
        double radius = index == 0 ? 1 : 0.5;
        place(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), 0.08, dice, point);
    }

    private static void spiral(int index, double part, Dice dice, double[] point) {
        // The square root spreads the points evenly along the arm, which grows longer with every turn.
        double turn = Math.sqrt(0.01 + 0.99 * part);
        double angle = 3 * StrictMath.PI * turn + StrictMath.PI * index;
        place(turn * StrictMath.cos(angle), turn * StrictMath.sin(angle), 0.025, dice, point);
    }

    private static void blob(int index, double part, Dice dice, double[] point) {
        double[][] centres = {{-1.6, -1}, {1.7, -0.8}, {0.1, 1.7}};
        place(centres[index][0], centres[index][1], 0.6, dice, point);
    }

    private static void place(double x, double y, double noise, Dice dice, double[] point) {
        point[0] = x + noise * dice.normal();
        point[1] = y + noise * dice.normal();
    }
}
