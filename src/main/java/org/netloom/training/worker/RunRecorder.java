package org.netloom.training.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netloom.training.SampleSheet;
import org.netloom.training.Series;
import org.netloom.training.TrainingWatch;
import org.netloom.training.store.OwnedRun;
import org.netloom.training.store.SampleStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Writes what the training thread reports, on a thread of its own: the training thread only appends to a list. Checkpoints are due
 * by time, and never more than a small share of it.
 */
final class RunRecorder implements TrainingWatch, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);
    private static final Duration FLUSH = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long CHECKPOINT_NANOS = 5_000_000_000L;
    private static final int CHECKPOINT_SHARE = 50;
    private static final int MOST_SHEETS = 20;
    private static final int MOST_WAITING = 2_000_000;

    private final OwnedRun run;
    private final Pacemaker pace;
    private final Function<SampleSheet, Optional<SheetPainter.Painted>> painter;
    private final Object lock = new Object();
    private List<OwnedRun.NewPoint> waiting = new ArrayList<>();
    private List<SampleSheet> sheets = new ArrayList<>();
    private @Nullable Checkpoint checkpoint;
    private boolean closing;
    private volatile Signal signal = Signal.GO_ON;
    private volatile @Nullable RuntimeException failure;
    private volatile long nextCheckpoint = System.nanoTime() + CHECKPOINT_NANOS / 5;
    private final Thread writer;

    RunRecorder(OwnedRun run, Pacemaker pace) {
        this(run, pace, sheet -> Optional.empty());
    }

    /** @param painter makes pictures of what a network makes, where these are pictures */
    RunRecorder(OwnedRun run, Pacemaker pace, Function<SampleSheet, Optional<SheetPainter.Painted>> painter) {
        this.run = run;
        this.pace = pace;
        this.painter = painter;
        this.writer = Thread.ofPlatform().daemon().name("recorder").start(this::write);
    }

    @Override
    public void point(Series series, long iteration, int epoch, double value) {
        synchronized (lock) {
            waiting.add(new OwnedRun.NewPoint(series, iteration, epoch, value));
        }
    }

    @Override
    public void samples(SampleSheet sheet) {
        synchronized (lock) {
            if (sheets.size() >= MOST_SHEETS) {
                sheets.remove(0);
            }
            sheets.add(sheet);
        }
    }

    @Override
    public void iterationDone(long iteration, int epoch, int samples) {
        pace.done(iteration, epoch, samples);
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public boolean wantsCheckpoint() {
        return System.nanoTime() >= nextCheckpoint;
    }

    @Override
    public void checkpoint(Checkpoint taken) {
        synchronized (lock) {
            checkpoint = taken;
            nextCheckpoint = Long.MAX_VALUE;
        }
    }

    @Override
    public Signal signal() {
        return signal;
    }

    private void write() {
        try {
            boolean last = false;
            while (!last) {
                Batch batch;
                synchronized (lock) {
                    if (!closing) {
                        lock.wait(FLUSH.toMillis());
                    }
                    last = closing;
                    batch = new Batch(waiting, sheets, checkpoint);
                    waiting = new ArrayList<>();
                    sheets = new ArrayList<>();
                    checkpoint = null;
                }
                store(batch);
            }
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            failure = new IllegalStateException("The recorder broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Batch(
            List<OwnedRun.NewPoint> points,
            List<SampleSheet> sheets,
            @Nullable Checkpoint checkpoint) {}

    /** The database may be away for a while; the training goes on meanwhile. */
    private void store(Batch batch) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                signal = run.append(batch.points(), pace.now())
                        .map(RunRecorder::signalOf)
                        .orElse(Signal.GO_ON);
                break;
            } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
                if (System.nanoTime() > deadline || backlog() > MOST_WAITING) {
                    throw e;
                }
                LOG.warn("The database does not take the metrics; trying again: {}", e.getMessage());
                Thread.sleep(500);
            }
        }
        batch.sheets().forEach(this::save);
        Checkpoint taken = batch.checkpoint();
        if (taken != null) {
            save(taken);
        }
    }

    private void save(SampleSheet sheet) {
        painter.apply(sheet).ifPresent(painted -> {
            try {
                run.saveSamples(
                        new SampleStore.Sheet(
                                sheet.epoch(),
                                sheet.iteration(),
                                painted.count(),
                                painted.columns(),
                                painted.width(),
                                painted.height()),
                        painted.png());
            } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
                LOG.warn("The pictures of epoch {} were not stored: {}", sheet.epoch(), e.getMessage());
            }
        });
    }

    private void save(Checkpoint taken) {
        long began = System.nanoTime();
        try {
            run.saveCheckpoint(taken.iteration(), taken.epoch(), taken::writeTo);
        } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
            LOG.warn("A checkpoint was not stored; the one before it stays: {}", e.getMessage());
        }
        long took = System.nanoTime() - began;
        nextCheckpoint = System.nanoTime() + Math.max(CHECKPOINT_NANOS, CHECKPOINT_SHARE * took);
    }

    private int backlog() {
        synchronized (lock) {
            return waiting.size();
        }
    }

    private static Signal signalOf(String wanted) {
        return wanted.equals("STOP") ? Signal.STOP : Signal.PAUSE;
    }

    /** Writes what is left. Whatever went wrong while writing is thrown here at the latest. */
    @Override
    public void close() {
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Optional.ofNullable(failure).ifPresent(failed -> {
            throw failed;
        });
    }
}
