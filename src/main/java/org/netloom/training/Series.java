package org.netloom.training;

import java.util.Arrays;

/** The curves of a run. */
public enum Series {
    /** Loss of each mini-batch as the optimizer sees it, regularization included. */
    TRAIN_LOSS("train.loss"),
    /** Mean over the epoch's mini-batches, weighted by their size. */
    TRAIN_LOSS_EPOCH("train.loss.epoch"),
    /** Share of the epoch's training examples that were classified correctly as they were met. */
    TRAIN_ACCURACY_EPOCH("train.accuracy.epoch"),
    VALIDATION_LOSS("validation.loss"),
    VALIDATION_ACCURACY("validation.accuracy");

    private final String id;

    Series(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Series byId(String id) {
        return Arrays.stream(values())
                .filter(series -> series.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No series " + id));
    }
}
