package org.netloom.datasets;

/** A plane figure whose edge is known exactly, so that it can be drawn at any size with soft edges. */
sealed interface Outline {

    /** How far a place is from the edge, in the unit of the figure (it fits into a circle of radius 1): negative inside. */
    double distance(double x, double y);

    /** A circle of radius 1 around the origin. */
    record Disc() implements Outline {
        @Override
        public double distance(double x, double y) {
            return Math.sqrt(x * x + y * y) - 1;
        }
    }

    /** A closed line through corners (x, y, x, y …). */
    record Polygon(double... corners) implements Outline {
        @Override
        public double distance(double x, double y) {
            double nearest = Double.POSITIVE_INFINITY;
            boolean inside = false;
            int count = corners.length / 2;
            for (int at = 0, before = count - 1; at < count; before = at++) {
                double fromX = corners[2 * before];
                double fromY = corners[2 * before + 1];
                double toX = corners[2 * at];
                double toY = corners[2 * at + 1];
                double alongX = toX - fromX;
                double alongY = toY - fromY;
                double part = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY);
                double near = Math.clamp(part, 0, 1);
                double awayX = x - fromX - near * alongX;
                double awayY = y - fromY - near * alongY;
                nearest = Math.min(nearest, awayX * awayX + awayY * awayY);
                if ((fromY > y) != (toY > y) && x < fromX + alongX * (y - fromY) / alongY) {
                    inside = !inside;
                }
            }
            return inside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
        }
    }

    /** A polygon with its corners on circles around the origin, by turns on each of the given radii. */
    static Polygon regular(int corners, double... radii) {
        double[] points = new double[2 * corners];
        for (int at = 0; at < corners; at++) {
            double angle = 2 * StrictMath.PI * at / corners - StrictMath.PI / 2;
            points[2 * at] = radii[at % radii.length] * StrictMath.cos(angle);
            points[2 * at + 1] = radii[at % radii.length] * StrictMath.sin(angle);
        }
        return new Polygon(points);
    }
}
