package org.netloom.datasets;

/**
 * How examples are divided.
 *
 * @param kind {@code standard} (the dataset's own test part), {@code fractions} (a seeded draw) or {@code all} (every part is
 *     everything; for the course's tiny sets)
 * @param validationFraction of what is not the standard test part, or of everything; 0 means no validation part
 * @param testFraction of everything; used by {@code fractions} only
 */
public record SplitSpec(String kind, double validationFraction, double testFraction, long seed) {

    public static final String STANDARD = "standard";
    public static final String FRACTIONS = "fractions";
    public static final String ALL = "all";

    public static SplitSpec standard(double validationFraction, long seed) {
        return new SplitSpec(STANDARD, validationFraction, 0, seed);
    }

    public static SplitSpec fractions(double validationFraction, double testFraction, long seed) {
        return new SplitSpec(FRACTIONS, validationFraction, testFraction, seed);
    }

    public static SplitSpec all() {
        return new SplitSpec(ALL, 0, 0, 0);
    }

    /** What suits a dataset when nobody has chosen: its own test part, a draw, or everything where there is too little to divide. */
    public static SplitSpec suited(DatasetInfo info) {
        if (info.standardTestPart()) {
            return standard(0.1, 1);
        }
        return info.size() < 20 ? all() : fractions(0.15, 0.15, 1);
    }
}
