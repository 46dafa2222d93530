package org.netloom.design;

/** Where a layer's card has its top left corner, in canvas pixels at 100 % zoom. */
public record Position(double x, double y) {
    public static final Position ORIGIN = new Position(0, 0);

    public Position plus(double dx, double dy) {
        return new Position(x + dx, y + dy);
    }
}
