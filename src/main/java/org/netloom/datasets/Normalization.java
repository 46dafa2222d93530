package org.netloom.datasets;

import java.util.Arrays;
import java.util.Optional;
import org.netloom.design.Shape;

/**
 * Brings inputs to a common scale: {@code (x - offset) × factor}, one pair for each feature of a vector or sequence and one for
 * each channel of an image. Fitted on the training part only, so that nothing of the other parts leaks into training.
 */
public final class Normalization {

    /** Which scale. */
    public enum Kind {
        NONE("none"),
        /** The training part spans 0 to 1. */
        MIN_MAX("min-max"),
        /** The training part spans −1 to 1. */
        SYMMETRIC("symmetric"),
        /** The training part has mean 0 and standard deviation 1. */
        STANDARDIZE("standardize");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public static Optional<Kind> of(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
        }
    }

    private final Kind kind;
    private final int rowSize;
    private final double[] state;

    private Normalization(Kind kind, int rowSize, double[] state) {
        this.kind = kind;
        this.rowSize = rowSize;
        this.state = state;
    }

    public static Normalization none() {
        return new Normalization(Kind.NONE, 1, new double[0]);
    }

    /**
     * Learns offsets and factors from the given rows, the training part. A constant feature becomes 0. Codes are names, not
     * measures: they stay as they are, whatever kind is asked for.
     */
    public static Normalization fitted(Kind kind, Examples examples, int[] trainingRows) {
        if (examples.info().hasCodes()) {
            return none();
        }
        Moments moments = Moments.of(examples, trainingRows);
        return switch (kind) {
            case NONE -> none();
            case MIN_MAX -> fitted(kind, examples, moments.least(), moments.ranges());
            case SYMMETRIC -> symmetric(examples, moments.least(), moments.ranges());
            case STANDARDIZE -> fitted(kind, examples, moments.means(), moments.deviations());
        };
    }

    /** The one that had this {@link #state()} for inputs of this shape. */
    public static Normalization restored(Kind kind, Shape input, double[] state) {
        int expected = kind == Kind.NONE ? 0 : 2 * groups(input);
        if (state.length != expected) {
            throw new IllegalArgumentException("The state of a " + kind.id() + " normalization of " + input.text()
                    + " has " + expected + " numbers, not " + state.length);
        }
        return new Normalization(kind, kind == Kind.NONE ? 1 : Math.toIntExact(input.size()), state.clone());
    }

    private static Normalization symmetric(Examples examples, double[] least, double[] ranges) {
        double[] middles = new double[least.length];
        double[] halves = new double[least.length];
        for (int group = 0; group < least.length; group++) {
            halves[group] = ranges[group] / 2;
            middles[group] = least[group] + halves[group];
        }
        return fitted(Kind.SYMMETRIC, examples, middles, halves);
    }

    private static Normalization fitted(Kind kind, Examples examples, double[] offsets, double[] spans) {
        double[] state = Arrays.copyOf(offsets, offsets.length * 2);
        for (int group = 0; group < spans.length; group++) {
            // A span of pure rounding error would blow noise up to full scale.
            boolean constant = spans[group] <= 1e-9 * Math.max(1e-30, Math.abs(offsets[group]));
            state[offsets.length + group] = constant ? 1 : 1 / spans[group];
        }
        return new Normalization(kind, examples.featureSize(), state);
    }

    /** Features of a vector or sequence, channels of an image: each has an offset and a factor. */
    static int groups(Shape input) {
        return Math.toIntExact(input.dims().get(0));
    }

    public Kind kind() {
        return kind;
    }

    /** All offsets, then all factors; empty for {@code none}. For saving and for exports. */
    public double[] state() {
        return state.clone();
    }

    /** What {@link #apply} has scaled, back on the data's own scale. */
    public float[] undo(float[] scaled) {
        if (kind == Kind.NONE) {
            return scaled;
        }
        int groups = state.length / 2;
        int run = rowSize / groups;
        float[] rows = new float[scaled.length];
        for (int start = 0, group = 0; start < rows.length; start += run, group = (group + 1) % groups) {
            for (int at = start; at < start + run; at++) {
                rows[at] = (float) (scaled[at] / state[groups + group] + state[group]);
            }
        }
        return rows;
    }

    /** Scaled rows; for {@code none} the given array itself. */
    public float[] apply(float[] rows) {
        if (kind == Kind.NONE) {
            return rows;
        }
        if (rows.length % rowSize != 0) {
            throw new IllegalArgumentException(rows.length + " numbers are not rows of " + rowSize);
        }
        int groups = state.length / 2;
        int run = rowSize / groups;
        float[] scaled = new float[rows.length];
        for (int start = 0, group = 0; start < rows.length; start += run, group = (group + 1) % groups) {
            double offset = state[group];
            double factor = state[groups + group];
            for (int at = start; at < start + run; at++) {
                scaled[at] = (float) ((rows[at] - offset) * factor);
            }
        }
        return scaled;
    }
}
