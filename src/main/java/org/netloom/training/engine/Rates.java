package org.netloom.training.engine;

import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.netloom.training.Schedule;

/** Learning-rate schedules in DL4J's words. */
final class Rates {

    private Rates() {}

    static ISchedule of(Schedule schedule, double rate, Purpose purpose) {
        return switch (schedule) {
            case Schedule.Constant constant -> new FixedSchedule(rate);
            case Schedule.Step step -> new StepSchedule(clock(step.clock()), rate, step.factor(), step.every());
            case Schedule.Exponential exponential ->
                new ExponentialSchedule(clock(exponential.clock()), rate, exponential.factor());
            case Schedule.Inverse inverse ->
                new InverseSchedule(clock(inverse.clock()), rate, inverse.factor(), inverse.power());
            case Schedule.Polynomial polynomial ->
                purpose == Purpose.TRAINING
                        ? new FallingRate(clock(polynomial.clock()), rate, polynomial.power(), polynomial.length())
                        : new FixedSchedule(rate);
        };
    }

    private static ScheduleType clock(Schedule.Clock clock) {
        return switch (clock) {
            case EPOCH -> ScheduleType.EPOCH;
            case ITERATION -> ScheduleType.ITERATION;
        };
    }

    /** {@code rate · (1 − t / length)^power}; DL4J's own polynomial schedule rises instead. */
    private record FallingRate(ScheduleType type, double rate, double power, int length) implements ISchedule {
        @Override
        public double valueAt(int iteration, int epoch) {
            int t = type == ScheduleType.ITERATION ? iteration : epoch;
            return t >= length ? 0 : rate * Math.pow(1 - t / (double) length, power);
        }

        @Override
        @SuppressWarnings("MissingSuperCall")
        public ISchedule clone() {
            return this;
        }
    }
}
