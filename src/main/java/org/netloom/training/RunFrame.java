package org.netloom.training;

import java.util.List;
import org.netloom.training.store.MetricStore;

/** One piece of live news of a run. Every frame carries the highest sequence number that was handed over up to it. */
public sealed interface RunFrame {

    long sequence();

    /** New points in the order of their sequence numbers, at least one. */
    record Points(long sequence, List<MetricStore.Point> points) implements RunFrame {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** Training went on from a checkpoint: every point beyond this iteration that was handed over before is void. */
    record Restart(long sequence, long iteration) implements RunFrame {}

    record Standing(long sequence, RunStanding standing) implements RunFrame {}

    /** There are pictures of what the network makes after an epoch; 0 is before the first. */
    record Samples(long sequence, int epoch) implements RunFrame {}
}
