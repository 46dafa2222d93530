package org.netloom.training.worker;

import java.util.Optional;
import org.netloom.training.store.OwnedRun;

/** How fast a training goes, over its last few seconds, and how long it will take. */
final class Pacemaker {

    private static final double MEMORY_SECONDS = 3;

    private final long iterations;
    private final double secondsBefore;
    private final long began = System.nanoTime();
    private long iteration;
    private int epoch;
    private long samples;
    private long markedAt = began;
    private long markedSamples;
    private long markedIteration;
    private double samplesPerSecond;
    private double iterationsPerSecond;

    /** @param secondsBefore time that earlier attempts have trained */
    Pacemaker(long iterations, long iteration, int epoch, double secondsBefore) {
        this.iterations = iterations;
        this.iteration = iteration;
        this.markedIteration = iteration;
        this.epoch = epoch;
        this.secondsBefore = secondsBefore;
    }

    synchronized void done(long newIteration, int newEpoch, int newSamples) {
        iteration = newIteration;
        epoch = newEpoch;
        samples += newSamples;
    }

    synchronized OwnedRun.Pace now() {
        long time = System.nanoTime();
        double passed = (time - markedAt) / 1e9;
        if (passed >= 0.2 && iteration > markedIteration) {
            double weight = samplesPerSecond == 0 ? 1 : Math.min(1, passed / MEMORY_SECONDS);
            samplesPerSecond += weight * ((samples - markedSamples) / passed - samplesPerSecond);
            iterationsPerSecond += weight * ((iteration - markedIteration) / passed - iterationsPerSecond);
            markedAt = time;
            markedSamples = samples;
            markedIteration = iteration;
        }
        return new OwnedRun.Pace(
                iteration,
                epoch,
                samplesPerSecond > 0 ? Optional.of(samplesPerSecond) : Optional.empty(),
                iterationsPerSecond > 0
                        ? Optional.of(Math.max(0, (iterations - iteration) / iterationsPerSecond))
                        : Optional.empty(),
                secondsBefore + (time - began) / 1e9);
    }
}
