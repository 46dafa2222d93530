package org.netloom.training.engine;

import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.netloom.training.Schedule;

/** Learning-rate schedules: their values while training, and their names in DL4J. */
final class Rates {

    private Rates() {}

    /** The rate at an iteration and epoch, both counted from 0. */
    static double at(Schedule schedule, double rate, long iteration, int epoch) {
        return switch (schedule) {
            case Schedule.Constant constant -> rate;
            case Schedule.Step step ->
                rate * Math.pow(step.factor(), Math.floor(time(step.clock(), iteration, epoch) / step.every()));
            case Schedule.Exponential exponential ->
                rate * Math.pow(exponential.factor(), time(exponential.clock(), iteration, epoch));
            case Schedule.Inverse inverse ->
                rate / Math.pow(1 + inverse.factor() * time(inverse.clock(), iteration, epoch), inverse.power());
            case Schedule.Polynomial polynomial -> {
                long t = time(polynomial.clock(), iteration, epoch);
                yield t >= polynomial.length()
                        ? 0
                        : rate * Math.pow(1 - t / (double) polynomial.length(), polynomial.power());
            }
        };
    }

    private static long time(Schedule.Clock clock, long iteration, int epoch) {
        return switch (clock) {
            case EPOCH -> epoch;
            case ITERATION -> iteration;
        };
    }

    /** DL4J's polynomial schedule rises instead of falling, so that the file gets the initial rate there. */
    static ISchedule standard(Schedule schedule, double rate) {
        return switch (schedule) {
            case Schedule.Constant constant -> new FixedSchedule(rate);
            case Schedule.Step step -> new StepSchedule(type(step.clock()), rate, step.factor(), step.every());
            case Schedule.Exponential exponential ->
                new ExponentialSchedule(type(exponential.clock()), rate, exponential.factor());
            case Schedule.Inverse inverse ->
                new InverseSchedule(type(inverse.clock()), rate, inverse.factor(), inverse.power());
            case Schedule.Polynomial polynomial -> new FixedSchedule(rate);
        };
    }

    private static ScheduleType type(Schedule.Clock clock) {
        return switch (clock) {
            case EPOCH -> ScheduleType.EPOCH;
            case ITERATION -> ScheduleType.ITERATION;
        };
    }
}
