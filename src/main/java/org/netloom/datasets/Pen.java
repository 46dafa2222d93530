package org.netloom.datasets;

/** Draws strokes on a small grey sheet: smooth curves through points, with a round nib and soft edges. */
final class Pen {

    private static final int STEPS = 6;

    private final int size;
    private final float[] sheet;

    Pen(int size) {
        this.size = size;
        sheet = new float[size * size];
    }

    float[] sheet() {
        return sheet;
    }

    /**
     * A Catmull-Rom curve through the points (x, y, x, y … in pixels); a point given twice is a corner.
     *
     * @param start radius of the nib in pixels where the stroke begins
     * @param end radius where it ends
     */
    void stroke(double[] points, double start, double end) {
        int count = points.length / 2;
        for (int at = 0; at + 1 < count; at++) {
            double fromX = x(points, at);
            double fromY = y(points, at);
            for (int step = 1; step <= STEPS; step++) {
                double part = (double) step / STEPS;
                double toX = curve(points, 0, at, part);
                double toY = curve(points, 1, at, part);
                double along = (at + part) / (count - 1);
                segment(fromX, fromY, toX, toY, start + (end - start) * along);
                fromX = toX;
                fromY = toY;
            }
        }
    }

    private static double curve(double[] points, int axis, int at, double part) {
        int last = points.length / 2 - 1;
        double b = points[2 * at + axis];
        double c = points[2 * (at + 1) + axis];
        // At a corner the neighbour is the point itself, so that the curve neither bends nor overshoots there.
        double a = at == 0 ? b : points[2 * (at - 1) + axis];
        double d = at + 1 == last ? c : points[2 * (at + 2) + axis];
        double square = part * part;
        double cube = square * part;
        return 0.5 * (2 * b + (c - a) * part + (2 * a - 5 * b + 4 * c - d) * square + (3 * b - a - 3 * c + d) * cube);
    }

    private void segment(double fromX, double fromY, double toX, double toY, double radius) {
        double reach = radius + 1;
        int left = Math.max(0, (int) Math.floor(Math.min(fromX, toX) - reach));
        int right = Math.min(size - 1, (int) Math.ceil(Math.max(fromX, toX) + reach));
        int top = Math.max(0, (int) Math.floor(Math.min(fromY, toY) - reach));
        int bottom = Math.min(size - 1, (int) Math.ceil(Math.max(fromY, toY) + reach));
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double length = Math.max(1e-12, alongX * alongX + alongY * alongY);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double part = ((column - fromX) * alongX + (row - fromY) * alongY) / length;
                double near = Math.clamp(part, 0, 1);
                double awayX = column - fromX - near * alongX;
                double awayY = row - fromY - near * alongY;
                double ink = radius + 0.5 - Math.sqrt(awayX * awayX + awayY * awayY);
                int pixel = row * size + column;
                sheet[pixel] = Math.max(sheet[pixel], (float) Math.clamp(ink, 0, 1));
            }
        }
    }

    private static double x(double[] points, int at) {
        return points[2 * at];
    }

    private static double y(double[] points, int at) {
        return points[2 * at + 1];
    }
}
