package org.netloom.training.worker;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.training.Run;
import org.netloom.training.store.OwnedRun;
import org.netloom.training.store.RunClaims;
import org.netloom.training.store.WorkerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has one run after another trained, and starts a run's trainer again where it was lost. */
final class RunTaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunTaker.class);
    private static final int MOST_CRASHES_WITHOUT_PROGRESS = 3;
    private static final double STUCK_AFTER_SECONDS = 1800;

    private final WorkerDatabase database;
    private final UUID worker;
    private final WorkerStore workers;
    private final RunClaims claims;
    private @Nullable TrainerLink trainer;
    private volatile @Nullable UUID current;
    private volatile boolean closing;

    RunTaker(WorkerDatabase database, UUID worker, WorkerStore workers) {
        this.database = database;
        this.worker = worker;
        this.workers = workers;
        this.claims = new RunClaims(database.jdbc());
    }

    Optional<UUID> current() {
        return Optional.ofNullable(current);
    }

    /** Starts a trainer with the usual settings before it is needed. */
    void warmUp() {
        Thread.ofPlatform().daemon().name("warm-up").start(() -> trainerFor(TrainerLaunch.usual()));
    }

    /** Trains the run to its end, through as many crashes as make progress. */
    void train(UUID run) {
        current = run;
        try {
            int crashes = 0;
            long reached = -1;
            while (true) {
                Optional<Run> found = claims.find(run);
                Optional<UUID> owner = found.flatMap(queued -> claims.claim(run, worker));
                if (owner.isEmpty()) {
                    return;
                }
                TrainerLink.Exit exit = trainOnce(found.get(), owner.get());
                if (exit.isDone()) {
                    return;
                }
                if (closing) {
                    claims.markLost(run, owner.get());
                    return;
                }
                long checkpointed = claims.checkpointed(run);
                crashes = checkpointed > reached ? 1 : crashes + 1;
                reached = checkpointed;
                LOG.warn("The trainer of run {} ended with {} after iteration {}", run, exit.code(), checkpointed);
                if (crashes >= MOST_CRASHES_WITHOUT_PROGRESS) {
                    database.owned(run, found.get().workspace(), owner.get()).fail(crashed(exit, checkpointed));
                    return;
                }
                claims.markLost(run, owner.get());
            }
        } catch (OwnedRun.NotOwner takenOver) {
            LOG.warn("Run {} is trained by another worker now", run);
        } finally {
            current = null;
        }
    }

    private TrainerLink.Exit trainOnce(Run run, UUID owner) {
        TrainerLink ready = trainerFor(TrainerLaunch.forRun(run));
        TrainerLink.Exit exit = ready.train(run.id(), owner);
        if (!exit.isDone() || ready.isWorn()) {
            retire();
        }
        return exit;
    }

    private synchronized TrainerLink trainerFor(TrainerLaunch launch) {
        TrainerLink there = trainer;
        if (there != null && there.isAlive() && there.launch().equals(launch)) {
            return there;
        }
        retire();
        TrainerLink fresh = TrainerLink.start(launch);
        trainer = fresh;
        fresh.about().ifPresent(about -> workers.describe(worker, about.backend(), about.devices(), about.note()));
        return fresh;
    }

    private synchronized void retire() {
        TrainerLink there = trainer;
        if (there != null) {
            there.close();
            trainer = null;
        }
    }

    /** A native call can hang while heartbeats go on: what makes no progress for long is ended, and tried again. */
    void endIfStuck() {
        UUID run = current;
        if (run != null && claims.secondsWithoutProgress(run) > STUCK_AFTER_SECONDS) {
            LOG.warn("Run {} has made no progress for {} s; its trainer is ended", run, STUCK_AFTER_SECONDS);
            retire();
        }
    }

    private static Problem crashed(TrainerLink.Exit exit, long checkpointed) {
        boolean killed = exit.code() == 137 || exit.code() == 143;
        return Problem.error(
                "trainer-crashed",
                "The training process ended " + MOST_CRASHES_WITHOUT_PROGRESS
                        + " times without getting beyond iteration " + checkpointed + " (exit code " + exit.code()
                        + ").",
                killed
                        ? "Nobody ends it from outside; the system does so when memory runs out."
                        : "It runs until training is done.",
                killed ? "Use a smaller batch or fewer units." : "Look at the worker's log, and try a smaller batch.");
    }

    @Override
    public void close() {
        closing = true;
        retire();
    }
}
