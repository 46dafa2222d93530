package org.netloom.templates;

import static org.netloom.templates.Pieces.layer;
import static org.netloom.templates.Recurrences.recurrent;

import java.util.List;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;

/** Recurrent networks that read words and letters. */
final class Texts {

    private static final long REVIEW_CODES = 82;
    private static final long LETTER_CODES = 32;

    private Texts() {}

    static List<Template> all() {
        return List.of(reviews(), letters());
    }

    private static Template reviews() {
        return new Template(
                "reviews-bidirectional",
                "Bidirectional LSTM reads reviews",
                Recurrences.CHAPTER,
                "Praise or blame? “not good” and “far from bad” turn words round, so their order counts. One memory reads from the front,"
                        + " one from the back; what they know at the end decides.",
                "Accuracy on the test part above 0.95; whoever only counts words stays below 0.75.",
                Design.chain(
                        Perceptrons.input(1, 17),
                        embedding(16),
                        recurrent("both-ways", "bidirectional", 16),
                        Perceptrons.output(1, "sigmoid")),
                Pieces.plan("reviews", "binary-cross-entropy", 0.005, 32, 10));
    }

    private static Template letters() {
        return new Template(
                "letters-lstm",
                "LSTM learns to spell",
                Recurrences.CHAPTER,
                "After every letter of a story the next one: spaces first, then frequent letters, then whole words. A sequence in, a sequence"
                        + " out.",
                "Accuracy over all letters of the test part about 0.6; knowing the last letter only gives 0.35.",
                Design.chain(
                        Perceptrons.input(1, 40),
                        layer("letters", "embedding")
                                .with("vocabulary", LETTER_CODES)
                                .with("size", 24),
                        recurrent("memory", "lstm", 128).with("returns", "all"),
                        Perceptrons.output(31, "softmax")),
                Pieces.plan("letters", "cross-entropy", 0.005, 32, 10));
    }

    static Layer embedding(long size) {
        return layer("words", "embedding")
                .with("vocabulary", REVIEW_CODES)
                .with("size", size)
                .with("maskZero", Value.of(true));
    }
}
