package org.netloom.datasets;

/**
 * One writing hand: how it slants, stretches, trembles and bends what it writes. Every digit is written by a new one.
 */
final class Hand {

    private final double a;
    private final double b;
    private final double c;
    private final double d;
    private final double shiftX;
    private final double shiftY;
    private final double tremble;
    private final double[] waves = new double[8];

    Hand(Dice dice) {
        double turn = 0.1 * dice.normal();
        double slant = 0.16 * dice.normal() - 0.08;
        double wide = dice.between(0.66, 1.12);
        double high = dice.between(0.82, 1.1);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        a = cos * wide;
        b = cos * slant - sin * high;
        c = sin * wide;
        d = sin * slant + cos * high;
        shiftX = dice.between(-0.08, 0.08);
        shiftY = dice.between(-0.07, 0.07);
        tremble = dice.between(0.008, 0.026);
        for (int at = 0; at < waves.length; at += 4) {
            waves[at] = dice.between(0, 0.055);
            waves[at + 1] = dice.between(2, 7);
            waves[at + 2] = dice.between(2, 7);
            waves[at + 3] = dice.between(0, 2 * StrictMath.PI);
        }
    }

    /** The stroke as this hand writes it, in pixels of a sheet with a margin around the 20 × 20 middle of 28. */
    double[] written(double[] stroke, int size, Dice dice) {
        double[] points = new double[stroke.length];
        for (int at = 0; at < stroke.length; at += 2) {
            boolean corner = at > 0 && stroke[at] == stroke[at - 2] && stroke[at + 1] == stroke[at - 1];
            if (corner) {
                points[at] = points[at - 2];
                points[at + 1] = points[at - 1];
                continue;
            }
            double x = stroke[at] - 0.5 + tremble * dice.normal();
            double y = stroke[at + 1] - 0.5 + tremble * dice.normal();
            double bentX = x + wave(0, x, y);
            double bentY = y + wave(4, x, y);
            double middle = (size - 1) / 2.0;
            double scale = size * 20 / 28.0;
            points[at] = middle + scale * (a * bentX + b * bentY + shiftX);
            points[at + 1] = middle + scale * (c * bentX + d * bentY + shiftY);
        }
        return points;
    }

    private double wave(int from, double x, double y) {
        return waves[from] * StrictMath.sin(waves[from + 1] * x + waves[from + 2] * y + waves[from + 3]);
    }
}
