package org.netloom.training;

import org.netloom.design.Problem;

/** How the engine's training came to an end. */
public sealed interface TrainingEnd {

    /**
     * The budget is used up, or early stopping struck.
     *
     * @param bestEpoch epoch whose weights were kept; the last one without early stopping
     */
    record Finished(long iteration, int epoch, int bestEpoch, boolean early) implements TrainingEnd {}

    record Stopped(long iteration, int epoch) implements TrainingEnd {}

    record Paused(long iteration, int epoch) implements TrainingEnd {}

    /** It cannot go on, for example because the loss is not a number any more. */
    record Failed(long iteration, int epoch, Problem problem) implements TrainingEnd {}
}
