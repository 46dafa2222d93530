package org.netloom.training;

import static org.netloom.layers.Parameter.choice;
import static org.netloom.layers.Parameter.whole;

import java.util.List;
import java.util.Locale;
import org.netloom.layers.Parameter;
import org.netloom.layers.Parameter.Option;
import org.netloom.layers.Settings;

/** How often training starts anew, and what becomes of the networks. */
final class RestartSettings {

    private static final String GROUP = "Restarts";

    private RestartSettings() {}

    static void describe(List<Parameter> all) {
        all.add(whole(
                        "restarts",
                        "Networks",
                        1,
                        1,
                        50,
                        "The same network trained so many times from other random weights, one after the other.")
                .in(GROUP));
        all.add(choice(
                        "combine",
                        "Of several keep",
                        "best",
                        List.of(
                                option("best", "The best", "The one with the lowest validation loss."),
                                option("vote", "All, as a committee", "Their predictions are averaged."),
                                option(
                                        "weighted-vote",
                                        "All, as a weighted committee",
                                        "Averaged with weights: validation accuracy, or one over the loss.")),
                        "What becomes the model when all are trained.")
                .in(GROUP));
    }

    static TrainingPlan.Restarts restarts(Settings settings) {
        return new TrainingPlan.Restarts(
                (int) settings.whole("restarts"),
                TrainingPlan.Restarts.Combine.valueOf(
                        settings.choice("combine").replace('-', '_').toUpperCase(Locale.ROOT)));
    }

    private static Option option(String id, String label, String help) {
        return new Option(id, label, help, "");
    }
}
