package org.netloom.datasets;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Shape;

/**
 * A dataset in memory. The arrays are shared, not copied: nobody writes to them.
 *
 * <p>Features lie row by row, {@code count × input size}; images are channels first, pixels from 0 to 1. A dataset has either
 * classes (one index an example, or one at each step) or numbers (row by row, {@code count × target size}); the other array is
 * empty. Sequences may end before their last step: then {@code lengths} says how many steps of each example count, and the
 * rest is padding.
 */
public final class Examples {

    private final DatasetInfo info;
    private final float[] features;
    private final int[] classes;
    private final float[] numbers;
    private final int[] lengths;
    private final int standardTestFrom;
    private volatile @Nullable String fingerprint;

    /** @param standardTestFrom index of the first example of the dataset's own test part, or the count if it has none */
    public Examples(DatasetInfo info, float[] features, int[] classes, float[] numbers, int standardTestFrom) {
        this(info, features, classes, numbers, new int[0], standardTestFrom);
    }

    /**
     * @param lengths steps of each example that count, at least one; empty if all do
     * @param standardTestFrom index of the first example of the dataset's own test part, or the count if it has none
     */
    public Examples(
            DatasetInfo info, float[] features, int[] classes, float[] numbers, int[] lengths, int standardTestFrom) {
        int count = Math.toIntExact(features.length / info.input().size());
        boolean fits = features.length == count * info.input().size()
                && switch (info.target()) {
                    case Target.Classes names ->
                        classes.length == count && numbers.length == 0 && allBelow(names.size(), classes);
                    case Target.ClassesPerStep names ->
                        classes.length == Math.multiplyExact(count, names.steps())
                                && numbers.length == 0
                                && allBelow(names.size(), classes);
                    case Target.Numbers names -> numbers.length == count * names.size() && classes.length == 0;
                };
        if (!fits || !fits(lengths, info, count) || standardTestFrom < 0 || standardTestFrom > count) {
            throw new IllegalArgumentException("The arrays of " + info.id() + " do not fit its description");
        }
        this.info = info;
        this.features = features;
        this.classes = classes;
        this.numbers = numbers;
        this.lengths = lengths;
        this.standardTestFrom = standardTestFrom;
    }

    private static boolean allBelow(int bound, int[] classes) {
        return Arrays.stream(classes).allMatch(index -> index >= 0 && index < bound);
    }

    private static boolean fits(int[] lengths, DatasetInfo info, int count) {
        long steps = info.input() instanceof Shape.Sequence sequence ? sequence.steps() : 0;
        return lengths.length == 0
                || lengths.length == count && Arrays.stream(lengths).allMatch(length -> length > 0 && length <= steps);
    }

    static Examples ofClasses(DatasetInfo info, float[] features, int[] classes) {
        return new Examples(info, features, classes, new float[0], classes.length);
    }

    static Examples ofNumbers(DatasetInfo info, float[] features, float[] numbers) {
        return new Examples(
                info,
                features,
                new int[0],
                numbers,
                numbers.length / info.target().size());
    }

    public DatasetInfo info() {
        return info;
    }

    public float[] features() {
        return features;
    }

    /** One index an example; for classes per step one at each step, example by example (0 where padding is). */
    public int[] classes() {
        return classes;
    }

    public float[] numbers() {
        return numbers;
    }

    /** Steps of each example that count; empty if every step of every example does. */
    public int[] lengths() {
        return lengths;
    }

    public int standardTestFrom() {
        return standardTestFrom;
    }

    public int count() {
        return features.length / featureSize();
    }

    /** Numbers in the input of one example. */
    public int featureSize() {
        return Math.toIntExact(info.input().size());
    }

    /** SHA-256 (hex) over shape, target names and every value: the same content has the same fingerprint on every machine. */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Fingerprint.of(this);
            fingerprint = known;
        }
        return known;
    }
}
