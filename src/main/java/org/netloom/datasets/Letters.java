package org.netloom.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.netloom.design.Shape;

/** Windows of a small story that comes with the program; after every letter the next one is to be told. */
final class Letters {

    private static final int STEPS = 40;
    private static final int STRIDE = 2;
    private static final String ALPHABET = " abcdefghijklmnopqrstuvwxyz.,?:";
    /** The story is 5,892 letters long; its last eighth is for testing and shares no window with the rest. */
    private static final int LENGTH = 5_892;

    private static final int TEST_FROM = LENGTH * 7 / 8;
    private static final int TRAIN = windows(TEST_FROM);
    private static final int TEST = windows(LENGTH - TEST_FROM);

    private Letters() {}

    static Source source() {
        List<String> letters = ALPHABET.chars()
                .mapToObj(letter -> letter == ' ' ? "␣" : Character.toString(letter))
                .toList();
        List<String> vocabulary = new ArrayList<>(List.of("·"));
        vocabulary.addAll(letters);
        DatasetInfo info = new DatasetInfo(
                "letters",
                "Letters of a story",
                "A small story of Netloom's own, letter by letter: 26 small letters, the space and four marks as codes 1 to 31."
                        + " After each of 40 letters the next one is to be told. Whoever always says “space” is right in 22 %,"
                        + " whoever knows only the last letter in about 35 %.",
                new Shape.Sequence(1, STEPS),
                new Target.ClassesPerStep(letters, STEPS),
                TRAIN + TEST,
                true,
                List.of(),
                vocabulary);
        return new Generated(info, Letters::read);
    }

    private static int windows(int length) {
        return (length - STEPS - 1) / STRIDE + 1;
    }

    private static Examples read(DatasetInfo info) {
        int[] story = story();
        float[] features = new float[(TRAIN + TEST) * STEPS];
        int[] next = new int[features.length];
        for (int window = 0; window < TRAIN + TEST; window++) {
            int from = window < TRAIN ? window * STRIDE : TEST_FROM + (window - TRAIN) * STRIDE;
            for (int step = 0; step < STEPS; step++) {
                features[window * STEPS + step] = story[from + step] + 1;
                next[window * STEPS + step] = story[from + step + 1];
            }
        }
        return new Examples(info, features, next, new float[0], TRAIN);
    }

    /** Letter by letter as places in the alphabet; every run of white space is one space. */
    private static int[] story() {
        try (InputStream resource =
                Objects.requireNonNull(Letters.class.getResourceAsStream("letters.txt"), "letters.txt is missing")) {
            int[] story = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replaceAll("\\s+", " ")
                    .toLowerCase(Locale.ROOT)
                    .chars()
                    .map(ALPHABET::indexOf)
                    .toArray();
            if (story.length != LENGTH) {
                throw new IllegalStateException("The story has " + story.length + " letters, not " + LENGTH);
            }
            return story;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
