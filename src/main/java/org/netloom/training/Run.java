package org.netloom.training;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Design;
import org.netloom.design.Value;

/** A run as stored: the snapshot it was queued with, how far it is and what came out. */
public record Run(
        UUID id,
        UUID workspace,
        UUID project,
        int number,
        String name,
        Snapshot snapshot,
        RunState state,
        Optional<String> wanted,
        Progress progress,
        Outcome outcome) {

    /** What is trained; never changes. */
    public record Snapshot(
            Design design,
            long designRevision,
            Map<String, Value> plan,
            long seed,
            String version,
            Instant queuedAt,
            Optional<String> queuedBy) {}

    /**
     * How far it is.
     *
     * @param iterations of the whole training; 0 until it is prepared
     * @param lastSequence of the newest stored point
     */
    public record Progress(
            long iteration,
            long iterations,
            int epoch,
            int epochs,
            Optional<Double> samplesPerSecond,
            Optional<Double> secondsLeft,
            double trainingSeconds,
            long lastSequence,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt) {}

    /** What came out; empty parts are not known yet, or do not apply. */
    public record Outcome(
            Optional<String> datasetFingerprint,
            Optional<String> engine,
            Optional<Long> parameters,
            Optional<Double> trainLoss,
            Optional<Double> validationLoss,
            Optional<Double> validationAccuracy,
            Optional<String> evaluation,
            Optional<UUID> model,
            Optional<String> proof) {}
}
