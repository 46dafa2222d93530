package org.netloom.training.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.layers.Rivals;
import org.netloom.training.TrainingEnd;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingPlan;
import org.netloom.training.TrainingWatch;

/**
 * Trains one job, batch by batch. Every iteration depends only on the job, on the numbers in a checkpoint and on how many iterations
 * came before, so a training that goes on from a checkpoint takes the very same steps.
 */
public final class Trainer implements Training {

    private static final long ORDER = 2;

    private final TrainingJob job;
    private final TrainingPlan plan;
    private final Progress progress = new Progress();
    private final int examples;
    private final long perEpoch;
    private final long total;
    private @Nullable Learner learner;
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

    @Override
    public TrainingEnd train(Optional<InputStream> resumeFrom, TrainingWatch watch) {
        try {
            prepare();
            if (resumeFrom.isPresent()) {
                Snapshot.read(resumeFrom.get()).restore(learner(), progress);
            }
            return loop(watch);
        } catch (IOException unusable) {
            String why = unusable.getMessage();
            return failed(Failures.damagedCheckpoint(why == null ? "it ends too early." : why));
        } catch (RuntimeException | OutOfMemoryError | LinkageError broken) {
            return failed(Failures.engine(broken));
        }
    }

    /** The network as it is now; empty before training, after a failure and where two networks were trained. */
    @Override
    public Optional<TrainedModel> model() {
        return failure == null && learner instanceof Supervised supervised
                ? Optional.of(new TrainedModel(job, supervised.engine(), progress.iteration, epochsDone()))
                : Optional.empty();
    }

    /** Both networks of an adversarial training as they are now; empty before training, after a failure and otherwise. */
    @Override
    public Optional<TrainedRivals> rivals() {
        return failure == null && learner instanceof Adversaries adversaries
                ? Optional.of(adversaries.trained(progress.iteration, epochsDone()))
                : Optional.empty();
    }

    /** The network as a checkpoint of this job holds it, with the best weights if the plan keeps those. */
    public static TrainedModel restore(TrainingJob job, InputStream checkpoint) throws IOException {
        Trainer trainer = new Trainer(job);
        trainer.prepare();
        Snapshot.read(checkpoint).restore(trainer.learner(), trainer.progress);
        trainer.keepBest();
        return trainer.model().orElseThrow();
    }

    private void prepare() {
        learner = Rivals.of(job.network())
                .<Learner>map(rivals -> new Adversaries(job, rivals))
                .orElseGet(() -> new Supervised(job));
    }

    private TrainingEnd loop(TrainingWatch watch) {
        if (progress.iteration == 0) {
            learner().show(0, 0, watch);
        }
        while (progress.iteration < total && !isStoppedEarly()) {
            int epoch = (int) (progress.iteration / perEpoch) + 1;
            double loss = step(epoch - 1, watch);
            long iteration = progress.iteration;
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
                learner().validate(progress, epoch, watch);
            }
            watch.iterationDone(iteration, epoch, size);
            boolean done = stopEarly || iteration == total;
            TrainingWatch.Signal signal = done ? TrainingWatch.Signal.GO_ON : watch.signal();
            if (signal == TrainingWatch.Signal.PAUSE || watch.wantsCheckpoint()) {
                watch.checkpoint(Snapshot.of(learner(), progress, epoch));
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

    private double step(int epoch, TrainingWatch watch) {
        int size = batchSize(progress.iteration);
        int from = (int) (progress.iteration % perEpoch) * plan.batchSize();
        double loss = learner().step(order(epoch), from, size, progress.iteration, epoch, progress, watch);
        progress.iteration++;
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
        learner().endEpoch(progress, epoch, watch);
        Optional<Double> loss = learner().validate(progress, epoch, watch);
        learner().show(progress.iteration, epoch, watch);
        if (whole) {
            progress.beginEpoch();
        }
        Optional<TrainingPlan.EarlyStopping> stopping = plan.earlyStopping();
        if (stopping.isEmpty() || loss.isEmpty()) {
            return false;
        }
        if (progress.isBest(loss.get(), epoch, stopping.get()) && stopping.get().restoreBest()) {
            progress.best = learner().parameters();
        }
        return isStoppedEarly();
    }

    private TrainingEnd finished(int epoch, boolean early) {
        keepBest();
        int best = progress.best.length > 0 ? progress.bestEpoch : epoch;
        return new TrainingEnd.Finished(progress.iteration, epoch, best, early);
    }

    private void keepBest() {
        if (progress.best.length > 0) {
            learner().setParameters(progress.best);
        }
    }

    private TrainingEnd failed(Problem problem) {
        failure = problem;
        return new TrainingEnd.Failed(progress.iteration, Math.max(1, epochsDone()), problem);
    }

    private int epochsDone() {
        return (int) ((progress.iteration + perEpoch - 1) / perEpoch);
    }

    Supervised supervised() {
        return (Supervised) learner();
    }

    private Learner learner() {
        return java.util.Objects.requireNonNull(learner);
    }
}
