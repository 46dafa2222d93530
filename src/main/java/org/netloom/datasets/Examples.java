package org.netloom.datasets;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A dataset in memory. The arrays are shared, not copied: nobody writes to them.
 *
 * <p>Features lie row by row, {@code count × input size}; images are channels first, pixels from 0 to 1. A dataset has either
 * classes (one index an example) or numbers (row by row, {@code count × target size}); the other array is empty.
 */
public final class Examples {

    private final DatasetInfo info;
    private final float[] features;
    private final int[] classes;
    private final float[] numbers;
    private final int standardTestFrom;
    private volatile @Nullable String fingerprint;

    /** @param standardTestFrom index of the first example of the dataset's own test part, or the count if it has none */
    public Examples(DatasetInfo info, float[] features, int[] classes, float[] numbers, int standardTestFrom) {
        int count = Math.toIntExact(features.length / info.input().size());
        boolean fits = features.length == count * info.input().size()
                && switch (info.target()) {
                    case Target.Classes names ->
                        classes.length == count
                                && numbers.length == 0
                                && Arrays.stream(classes).allMatch(index -> index >= 0 && index < names.size());
                    case Target.Numbers names -> numbers.length == count * names.size() && classes.length == 0;
                };
        if (!fits || standardTestFrom < 0 || standardTestFrom > count) {
            throw new IllegalArgumentException("The arrays of " + info.id() + " do not fit its description");
        }
        this.info = info;
        this.features = features;
        this.classes = classes;
        this.numbers = numbers;
        this.standardTestFrom = standardTestFrom;
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

    public int[] classes() {
        return classes;
    }

    public float[] numbers() {
        return numbers;
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
