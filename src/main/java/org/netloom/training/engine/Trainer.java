package org.netloom.training.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Shape;
import org.netloom.training.Series;
import org.netloom.training.TrainingEnd;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingPlan;
import org.netloom.training.TrainingWatch;

/**
 * Trains one job, batch by batch. Every iteration depends only on the job, on the numbers in a checkpoint and on how many iterations
 * came before, so a training that goes on from a checkpoint takes the very same steps.
 */
public final class Trainer {

    private static final long ORDER = 2;
    private static final int LOOK_SIZE = 512;

    private final TrainingJob job;
    private final TrainingPlan plan;
    private final Progress progress = new Progress();
    private final int examples;
    private final long perEpoch;
    private final long total;
    private @Nullable Engine engine;
    private @Nullable Batches train;
    private @Nullable Batches validation;
    private Judge judge = Judge.NONE;
    private int @Nullable [] order;
    private int orderOf = -1;
    private @Nullable Problem failure;

    public Trainer(TrainingJob job) {
        this.job = job;
        this.plan = job.plan();
        this.examples = job.train().count();
        this.perEpoch = plan.iterationsPerEpoch(examples);
        this.total = plan.totalIterations(examples);
    }

    /**
     * Trains until the budget is used up, early stopping strikes, the watch says otherwise or it cannot go on. Never throws for
     * what can go wrong while training; that ends as {@link TrainingEnd.Failed}.
     *
     * @param resumeFrom a checkpoint of this job to go on from
     */
    public TrainingEnd train(Optional<InputStream> resumeFrom, TrainingWatch watch) {
        try {
            prepare();
            if (resumeFrom.isPresent()) {
                Snapshot.read(resumeFrom.get()).restore(engine(), progress);
            }
            return loop(watch);
        } catch (IOException unusable) {
            String why = unusable.getMessage();
            return failed(Failures.damagedCheckpoint(why == null ? "it ends too early." : why));
        } catch (RuntimeException | OutOfMemoryError | LinkageError broken) {
            return failed(Failures.engine(broken));
        }
    }

    /** The network as it is now; empty before training and after a failure. */
    public Optional<TrainedModel> model() {
        return engine == null || failure != null
                ? Optional.empty()
                : Optional.of(new TrainedModel(job, engine, progress.iteration, epochsDone()));
    }

    /** The network as a checkpoint of this job holds it, with the best weights if the plan keeps those. */
    public static TrainedModel restore(TrainingJob job, InputStream checkpoint) throws IOException {
        Trainer trainer = new Trainer(job);
        trainer.prepare();
        Snapshot.read(checkpoint).restore(trainer.engine(), trainer.progress);
        trainer.keepBest();
        return trainer.model().orElseThrow();
    }

    private void prepare() {
        Engine built = new Engine(job);
        judge = built.judge();
        Batches batches = built.batches(job.train());
        if (job.train().input() instanceof Shape.Image image) {
            plan.augmentation()
                    .ifPresent(augmentation -> batches.vary(new Augmenter(augmentation, plan.seed(), image)));
        }
        train = batches;
        validation = job.validation()
                .filter(heldOut -> heldOut.count() > 0)
                .map(built::batches)
                .orElse(null);
        engine = built;
    }

    private TrainingEnd loop(TrainingWatch watch) {
        while (progress.iteration < total && !isStoppedEarly()) {
            int epoch = (int) (progress.iteration / perEpoch) + 1;
            double loss = step(epoch - 1);
            long iteration = progress.iteration;
            watch.point(Series.TRAIN_LOSS, iteration, epoch, loss);
            if (engine().samples()) {
                watch.point(Series.KL_LOSS, iteration, epoch, engine().divergence());
            }
            boolean epochEnds = iteration % perEpoch == 0;
            boolean stopEarly = false;
            int size = batchSize(iteration - 1);
            if (Double.isNaN(loss) || Double.isInfinite(loss)) {
                watch.iterationDone(iteration, epoch, size);
                return failed(Failures.notANumber(loss, iteration));
            }
            if (epochEnds || iteration == total) {
                stopEarly = endEpoch(watch, epoch, epochEnds);
            } else if (plan.validateEvery().isPresent()
                    && iteration % plan.validateEvery().get() == 0) {
                validate(watch, epoch);
            }
            watch.iterationDone(iteration, epoch, size);
            boolean done = stopEarly || iteration == total;
            TrainingWatch.Signal signal = done ? TrainingWatch.Signal.GO_ON : watch.signal();
            if (signal == TrainingWatch.Signal.PAUSE || watch.wantsCheckpoint()) {
                watch.checkpoint(Snapshot.of(engine(), progress, epoch));
            }
            if (done) {
                return finished(epoch, stopEarly);
            }
            switch (signal) {
                case GO_ON -> {}
                case PAUSE -> {
                    return new TrainingEnd.Paused(iteration, epoch);
                }
                case STOP -> {
                    return new TrainingEnd.Stopped(iteration, epoch);
                }
            }
        }
        return finished(epochsDone(), isStoppedEarly());
    }

    private boolean isStoppedEarly() {
        return plan.earlyStopping()
                .map(stopping -> progress.epochsWithoutGain >= stopping.patience())
                .orElse(false);
    }

    private double step(int epoch) {
        int size = batchSize(progress.iteration);
        int from = (int) (progress.iteration % perEpoch) * plan.batchSize();
        Batches.Batch batch = java.util.Objects.requireNonNull(train).gatherVaried(order(epoch), from, size, epoch);
        double loss = engine().step(batch, progress.iteration, epoch);
        progress.iteration++;
        progress.add(loss, engine().loss().counted(), engine().loss().correct());
        return loss;
    }

    private int batchSize(long iteration) {
        long from = iteration % perEpoch * plan.batchSize();
        return (int) Math.min(plan.batchSize(), examples - from);
    }

    private int @Nullable [] order(int epoch) {
        if (plan.shuffle() && orderOf != epoch) {
            order = Draws.of(plan.seed(), ORDER, epoch).permutation(examples);
            orderOf = epoch;
        }
        return order;
    }

    /** Tells the epoch's figures; says whether to stop early. */
    private boolean endEpoch(TrainingWatch watch, int epoch, boolean whole) {
        watch.point(Series.TRAIN_LOSS_EPOCH, progress.iteration, epoch, progress.lossSum / progress.seen);
        if (judge != Judge.NONE) {
            double accuracy = progress.correct / (double) progress.seen;
            watch.point(Series.TRAIN_ACCURACY_EPOCH, progress.iteration, epoch, accuracy);
        }
        Optional<Double> loss = validate(watch, epoch);
        if (whole) {
            progress.beginEpoch();
        }
        Optional<TrainingPlan.EarlyStopping> stopping = plan.earlyStopping();
        if (stopping.isEmpty() || loss.isEmpty()) {
            return false;
        }
        if (progress.isBest(loss.get(), epoch, stopping.get()) && stopping.get().restoreBest()) {
            progress.best = engine().parameters();
        }
        return isStoppedEarly();
    }

    private Optional<Double> validate(TrainingWatch watch, int epoch) {
        if (validation == null) {
            return Optional.empty();
        }
        Engine.Look look = engine().look(validation, LOOK_SIZE);
        watch.point(Series.VALIDATION_LOSS, progress.iteration, epoch, look.loss());
        if (judge != Judge.NONE) {
            watch.point(Series.VALIDATION_ACCURACY, progress.iteration, epoch, look.accuracy());
        }
        return Optional.of(look.loss());
    }

    private TrainingEnd finished(int epoch, boolean early) {
        keepBest();
        int best = progress.best.length > 0 ? progress.bestEpoch : epoch;
        return new TrainingEnd.Finished(progress.iteration, epoch, best, early);
    }

    private void keepBest() {
        if (progress.best.length > 0) {
            engine().setParameters(progress.best);
        }
    }

    private TrainingEnd failed(Problem problem) {
        failure = problem;
        return new TrainingEnd.Failed(progress.iteration, Math.max(1, epochsDone()), problem);
    }

    private int epochsDone() {
        return (int) ((progress.iteration + perEpoch - 1) / perEpoch);
    }

    private Engine engine() {
        return java.util.Objects.requireNonNull(engine);
    }
}
