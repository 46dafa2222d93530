package org.netloom.training.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.training.TrainingWatch;

/** What differs between ways of training; the loop over epochs and batches is the same for all. */
interface Learner {

    /**
     * One mini-batch: forwards, backwards, update. Adds to the epoch's sums and tells the iteration's points.
     *
     * @param order row numbers, or {@code null} for the order of the data
     * @param iteration counted from 0
     * @param epoch counted from 0
     * @return a loss that stops the training if it is not finite
     */
    double step(
            int @Nullable [] order,
            int from,
            int size,
            long iteration,
            int epoch,
            Progress progress,
            TrainingWatch watch);

    /** Tells the epoch's figures, before the sums begin anew. {@code epoch} counts from 1. */
    void endEpoch(Progress progress, int epoch, TrainingWatch watch);

    /** Tells how it does on held-out data; its loss there, where it has one. {@code epoch} counts from 1. */
    Optional<Double> validate(Progress progress, int epoch, TrainingWatch watch);

    /** Shows what it can make so far, if it makes something. {@code epoch} is 0 before the first one. */
    void show(long iteration, int epoch, TrainingWatch watch);

    float[] parameters();

    void setParameters(float[] numbers);

    /** What the optimizers remember. */
    float[] memory();

    int memorySize();

    void setMemory(float[] numbers);
}
