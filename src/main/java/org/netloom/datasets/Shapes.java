package org.netloom.datasets;

import java.util.List;
import java.util.stream.IntStream;
import org.netloom.design.Shape;

/** Pictures of plane figures, filled or drawn as a line, anywhere on the sheet, of any size and turned at will. */
final class Shapes {

    private static final int SIZE = 28;
    private static final int TRAIN = 4_000;
    private static final int TEST = 1_000;
    private static final long SEED = 41;

    private static final List<String> NAMES = List.of("circle", "square", "triangle", "cross", "star", "arrow");
    private static final List<Outline> OUTLINES = List.of(
            new Outline.Disc(),
            Outline.regular(4, 1),
            Outline.regular(3, 1),
            new Outline.Polygon(
                    -0.3, -0.95, 0.3, -0.95, 0.3, -0.3, 0.95, -0.3, 0.95, 0.3, 0.3, 0.3, 0.3, 0.95, -0.3, 0.95, -0.3,
                    0.3, -0.95, 0.3, -0.95, -0.3, -0.3, -0.3),
            Outline.regular(10, 1, 0.42),
            new Outline.Polygon(0, -1, 0.75, -0.1, 0.28, -0.1, 0.28, 0.95, -0.28, 0.95, -0.28, -0.1, -0.75, -0.1));

    private Shapes() {}

    static Source source() {
        DatasetInfo info = new DatasetInfo(
                "shapes",
                "Shapes",
                "5,000 pictures of 28 × 28 grey pixels, 1,000 of them for testing: circles, squares, triangles, crosses, stars and"
                        + " arrows, filled or as a line, of any size, place and turn, with noise. Where a figure stands"
                        + " says nothing about what it is: convolutions do better here than fully connected layers.",
                new Shape.Image(1, SIZE, SIZE),
                new Target.Classes(NAMES),
                TRAIN + TEST,
                true,
                List.of());
        return new Generated(info, Shapes::drawn);
    }

    private static Examples drawn(DatasetInfo info) {
        float[] features = new float[(TRAIN + TEST) * SIZE * SIZE];
        int[] classes = new int[TRAIN + TEST];
        IntStream.range(0, classes.length).parallel().forEach(at -> {
            Dice dice = new Dice(SEED, at);
            classes[at] = dice.below(NAMES.size());
            draw(OUTLINES.get(classes[at]), dice, features, at * SIZE * SIZE);
        });
        return new Examples(info, features, classes, new float[0], TRAIN);
    }

    private static void draw(Outline outline, Dice dice, float[] features, int from) {
        double radius = dice.between(5, 11.5);
        double room = SIZE / 2.0 - radius - 0.5;
        double middleX = (SIZE - 1) / 2.0 + dice.between(-room, room);
        double middleY = (SIZE - 1) / 2.0 + dice.between(-room, room);
        double angle = dice.between(0, 2 * StrictMath.PI);
        double cos = StrictMath.cos(angle) / radius;
        double sin = StrictMath.sin(angle) / radius;
        boolean filled = dice.unit() < 0.5;
        double half = dice.between(0.5, 1.2);
        double ink = dice.between(0.55, 1);
        double noise = dice.between(0, 0.12);
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double x = column - middleX;
                double y = row - middleY;
                double away = radius * outline.distance(cos * x + sin * y, cos * y - sin * x);
                double covered = Math.clamp(0.5 - (filled ? away : Math.abs(away) - half), 0, 1);
                double grey = ink * covered + noise * dice.normal();
                features[from + row * SIZE + column] = Math.round(255 * Math.clamp(grey, 0, 1)) / 255f;
            }
        }
    }
}
