package org.netloom.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.training.store.MetricStore;
import org.netloom.training.store.RunStandings;

/** Reads a run's curves from where one reader left off. For one thread at a time. */
public final class RunFeed {

    private static final int MOST_AT_ONCE = 5000;

    private final MetricStore metrics;
    private final RunStandings standings;
    private final UUID run;
    private long sequence;
    private @Nullable RunStanding told;
    private Optional<Integer> shown = Optional.empty();
    private boolean over;

    RunFeed(MetricStore metrics, RunStandings standings, UUID run, long after) {
        this.metrics = metrics;
        this.standings = standings;
        this.run = run;
        this.sequence = after;
    }

    /** Takes frames, as slowly as it likes. */
    @FunctionalInterface
    public interface Sink {
        void take(RunFrame frame) throws IOException;
    }

    public UUID run() {
        return run;
    }

    /** Whether the run's last word has been handed over. */
    public boolean isOver() {
        return over;
    }

    /**
     * Hands over the next of what is new.
     *
     * @return whether there may be more already
     */
    public boolean advance(Sink sink) throws IOException {
        // The standing is read before the points: whoever reads that a run has ended then also reads its last points.
        Optional<RunStanding> now = standings.find(run);
        List<MetricStore.Point> points = metrics.after(run, sequence, MOST_AT_ONCE);
        handOver(points, sink);
        boolean more = points.size() == MOST_AT_ONCE;
        if (now.isEmpty()) {
            over = true;
            return false;
        }
        RunStanding standing = now.get();
        boolean last = standing.state().isFinal();
        if (!standing.shown().equals(shown) && standing.shown().isPresent()) {
            sink.take(new RunFrame.Samples(sequence, standing.shown().get()));
        }
        shown = standing.shown();
        if (!standing.equals(told) && !(last && more)) {
            sink.take(new RunFrame.Standing(sequence, standing));
            told = standing;
            over = last;
        }
        return more;
    }

    private void handOver(List<MetricStore.Point> points, Sink sink) throws IOException {
        List<MetricStore.Point> together = new ArrayList<>();
        for (MetricStore.Point point : points) {
            if (point.isRestart()) {
                flush(together, sink);
                sink.take(new RunFrame.Restart(point.sequence(), point.iteration()));
                sequence = point.sequence();
            } else {
                together.add(point);
            }
        }
        flush(together, sink);
    }

    private void flush(List<MetricStore.Point> together, Sink sink) throws IOException {
        if (!together.isEmpty()) {
            long newest = together.getLast().sequence();
            sink.take(new RunFrame.Points(newest, together));
            sequence = newest;
            together.clear();
        }
    }
}
