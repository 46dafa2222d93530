package org.netloom.training;

import static org.netloom.layers.Parameter.between;
import static org.netloom.layers.Parameter.choice;
import static org.netloom.layers.Parameter.whole;

import java.util.List;
import java.util.Map;
import org.netloom.design.Value;
import org.netloom.layers.Parameter;
import org.netloom.layers.Parameter.Option;
import org.netloom.layers.Settings;

/** How the learning rate changes over time. */
final class ScheduleSettings {

    private static final String GROUP = "Learning rate schedule";

    private ScheduleSettings() {}

    static void describe(List<Parameter> all) {
        all.add(choice(
                        "schedule",
                        "Schedule",
                        "constant",
                        List.of(
                                new Option("constant", "Constant", "The same rate all the time.", "η"),
                                new Option("step", "Step", "Multiplied by a factor at intervals.", "η · f^⌊t / every⌋"),
                                new Option(
                                        "exponential", "Exponential", "Multiplied by a factor each time.", "η · f^t"),
                                new Option("inverse", "Inverse", "Falls quickly, then slowly.", "η / (1 + f t)^p"),
                                new Option(
                                        "polynomial",
                                        "Polynomial",
                                        "Falls to zero over the length.",
                                        "η (1 − t / T)^p")),
                        "How the learning rate changes over time.")
                .in(GROUP));
        all.add(choice(
                        "scheduleClock",
                        "Counted in",
                        "epoch",
                        List.of(option("epoch", "Epochs", ""), option("iteration", "Iterations", "")),
                        "What t counts.")
                .shownWhen("schedule", "step", "exponential", "inverse", "polynomial")
                .in(GROUP));
        all.add(between(
                        "scheduleFactor",
                        "Factor f",
                        0.5,
                        0,
                        10,
                        "By what the rate is multiplied (inverse: how fast it falls).")
                .defaultsBy("schedule", Map.of("exponential", Value.of(0.95), "inverse", Value.of(0.1)))
                .shownWhen("schedule", "step", "exponential", "inverse")
                .in(GROUP));
        all.add(whole("scheduleEvery", "Every", 5, 1, 1_000_000_000L, "Length of a step.")
                .shownWhen("schedule", "step")
                .in(GROUP));
        all.add(between("schedulePower", "Power p", 1, 0, 10, "How sharply it falls.")
                .shownWhen("schedule", "inverse", "polynomial")
                .in(GROUP));
        all.add(whole("scheduleLength", "Length T", 10, 1, 1_000_000_000L, "When the rate has fallen to zero.")
                .shownWhen("schedule", "polynomial")
                .in(GROUP));
    }

    static Schedule schedule(Settings settings) {
        Schedule.Clock clock =
                settings.choice("scheduleClock").equals("epoch") ? Schedule.Clock.EPOCH : Schedule.Clock.ITERATION;
        double factor = settings.real("scheduleFactor");
        double power = settings.real("schedulePower");
        return switch (settings.choice("schedule")) {
            case "constant" -> new Schedule.Constant();
            case "step" -> new Schedule.Step(clock, factor, settings.whole("scheduleEvery"));
            case "exponential" -> new Schedule.Exponential(clock, factor);
            case "inverse" -> new Schedule.Inverse(clock, factor, power);
            case "polynomial" -> new Schedule.Polynomial(clock, power, (int) settings.whole("scheduleLength"));
            default -> throw new IllegalStateException("No schedule " + settings.choice("schedule"));
        };
    }

    private static Option option(String id, String label, String help) {
        return new Option(id, label, help, "");
    }
}
