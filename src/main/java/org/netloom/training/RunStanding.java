package org.netloom.training;

import java.util.Optional;

/**
 * How a run stands, in figures that change while it trains.
 *
 * @param reason why it failed, in words; empty unless it did
 * @param lastSequence of the newest stored point
 * @param shown the newest epoch of which there are pictures of what the network makes
 */
public record RunStanding(
        RunState.Kind state,
        String reason,
        long iteration,
        long iterations,
        int epoch,
        int epochs,
        Optional<Double> samplesPerSecond,
        Optional<Double> secondsLeft,
        long lastSequence,
        Optional<Integer> shown) {}
