package org.netloom.training;

import static org.netloom.layers.Parameter.choice;
import static org.netloom.layers.Parameter.flag;
import static org.netloom.layers.Parameter.whole;

import java.util.List;
import org.netloom.layers.Parameter;
import org.netloom.layers.Parameter.Option;
import org.netloom.layers.Settings;

/** How long training goes on, and in what steps. */
final class LengthSettings {

    private static final String GROUP = "Length";

    private LengthSettings() {}

    static void describe(List<Parameter> all) {
        all.add(choice(
                        "budget",
                        "Train for",
                        "epochs",
                        List.of(
                                option("epochs", "Epochs", "Passes over the training part."),
                                option("iterations", "Iterations", "Steps of one batch each.")),
                        "When training is done.")
                .in(GROUP));
        all.add(whole("epochs", "Epochs", 5, 1, 1_000_000, "Passes over the training part.")
                .shownWhen("budget", "epochs")
                .in(GROUP));
        all.add(whole("iterations", "Iterations", 1000, 1, 1_000_000_000L, "Steps of one batch each.")
                .shownWhen("budget", "iterations")
                .in(GROUP));
        all.add(whole("batchSize", "Batch size", 64, 1, 1_000_000, "Examples in one step.")
                .in(GROUP, "examples"));
        all.add(flag("shuffle", "Shuffle", true, "Another order of the examples in every epoch.")
                .in(GROUP));
        all.add(whole("seed", "Seed", 42, 0, Long.MAX_VALUE, "The same seed gives the same training, bit for bit.")
                .in(GROUP));
    }

    static TrainingPlan.Budget budget(Settings settings) {
        return settings.choice("budget").equals("epochs")
                ? new TrainingPlan.Budget.Epochs((int) settings.whole("epochs"))
                : new TrainingPlan.Budget.Iterations(settings.whole("iterations"));
    }

    private static Option option(String id, String label, String help) {
        return new Option(id, label, help, "");
    }
}
