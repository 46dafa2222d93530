package org.netloom.training.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.training.Series;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingWatch;

/** One network that learns to give what is wanted. */
final class Supervised implements Learner {

    private static final int LOOK_SIZE = 512;

    private final Engine engine;
    private final Batches train;
    private final @Nullable Batches validation;

    Supervised(TrainingJob job) {
        engine = new Engine(job);
        train = engine.batches(job.train());
        train.varyAs(job);
        validation = job.validation()
                .filter(heldOut -> heldOut.count() > 0)
                .map(engine::batches)
                .orElse(null);
    }

    Engine engine() {
        return engine;
    }

    @Override
    public double step(
            int @Nullable [] order,
            int from,
            int size,
            long iteration,
            int epoch,
            Progress progress,
            TrainingWatch watch) {
        double loss = engine.step(train.gatherVaried(order, from, size, epoch), iteration, epoch);
        progress.add(loss, engine.loss().counted(), engine.loss().correct());
        watch.point(Series.TRAIN_LOSS, iteration + 1, epoch + 1, loss);
        if (engine.samples()) {
            watch.point(Series.KL_LOSS, iteration + 1, epoch + 1, engine.divergence());
        }
        return loss;
    }

    @Override
    public void endEpoch(Progress progress, int epoch, TrainingWatch watch) {
        watch.point(Series.TRAIN_LOSS_EPOCH, progress.iteration, epoch, progress.lossSum / progress.seen);
        if (engine.judge() != Judge.NONE) {
            double accuracy = progress.correct / (double) progress.seen;
            watch.point(Series.TRAIN_ACCURACY_EPOCH, progress.iteration, epoch, accuracy);
        }
    }

    @Override
    public Optional<Double> validate(Progress progress, int epoch, TrainingWatch watch) {
        if (validation == null) {
            return Optional.empty();
        }
        Engine.Look look = engine.look(validation, LOOK_SIZE);
        watch.point(Series.VALIDATION_LOSS, progress.iteration, epoch, look.loss());
        if (engine.judge() != Judge.NONE) {
            watch.point(Series.VALIDATION_ACCURACY, progress.iteration, epoch, look.accuracy());
        }
        return Optional.of(look.loss());
    }

    @Override
    public void show(long iteration, int epoch, TrainingWatch watch) {
        // Predictions are shown by the evaluation.
    }

    @Override
    public float[] parameters() {
        return engine.parameters();
    }

    @Override
    public void setParameters(float[] numbers) {
        engine.setParameters(numbers);
    }

    @Override
    public float[] memory() {
        return engine.descent().memory();
    }

    @Override
    public int memorySize() {
        return engine.descent().memorySize();
    }

    @Override
    public void setMemory(float[] numbers) {
        engine.descent().setMemory(numbers);
    }
}
