package org.netloom.training;

/** The learning rate over time; t counts epochs or iterations, η is the initial rate. */
public sealed interface Schedule {

    /** What t counts. */
    enum Clock {
        EPOCH,
        ITERATION
    }

    /** {@code η}. */
    record Constant() implements Schedule {}

    /** {@code η · factor^⌊t / every⌋}. */
    record Step(Clock clock, double factor, double every) implements Schedule {}

    /** {@code η · factor^t}. */
    record Exponential(Clock clock, double factor) implements Schedule {}

    /** {@code η / (1 + factor · t)^power}. */
    record Inverse(Clock clock, double factor, double power) implements Schedule {}

    /** {@code η · (1 − t / length)^power}. */
    record Polynomial(Clock clock, double power, int length) implements Schedule {}
}
