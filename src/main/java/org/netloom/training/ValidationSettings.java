package org.netloom.training;

import static org.netloom.layers.Parameter.choice;
import static org.netloom.layers.Parameter.flag;
import static org.netloom.layers.Parameter.optionalWhole;
import static org.netloom.layers.Parameter.real;
import static org.netloom.layers.Parameter.whole;

import java.util.List;
import java.util.Optional;
import org.netloom.layers.Parameter;
import org.netloom.layers.Parameter.Option;
import org.netloom.layers.Settings;

/** How training is watched, and when it stops by itself. */
final class ValidationSettings {

    private static final String GROUP = "Validation";

    private ValidationSettings() {}

    static void describe(List<Parameter> all) {
        all.add(choice(
                        "validateOn",
                        "Validate on",
                        "validation",
                        List.of(
                                option("validation", "Validation part", "Held out for that purpose."),
                                option(
                                        "test",
                                        "Test part",
                                        "As some texts do; its figures are then no longer independent.")),
                        "On what the network is checked while it trains.")
                .in(GROUP));
        all.add(optionalWhole("validateEvery", "Also every", 1, 1_000_000_000L, "Checks between epochs, too.")
                .in(GROUP, "iterations"));
        all.add(flag("earlyStopping", "Early stopping", false, "Stops when the validation loss no longer falls.")
                .in(GROUP));
        all.add(whole("patience", "Patience", 5, 1, 100_000, "Epochs without improvement before stopping.")
                .shownWhen("earlyStopping", "true")
                .in(GROUP, "epochs"));
        all.add(real("minDelta", "Least improvement", 0, 0, 1e6, "A smaller fall does not count.")
                .shownWhen("earlyStopping", "true")
                .in(GROUP));
        all.add(flag("restoreBest", "Keep the best weights", true, "Ends with the weights of the best epoch.")
                .shownWhen("earlyStopping", "true")
                .in(GROUP));
    }

    static Optional<TrainingPlan.EarlyStopping> earlyStopping(Settings settings) {
        return settings.flag("earlyStopping")
                ? Optional.of(new TrainingPlan.EarlyStopping(
                        (int) settings.whole("patience"), settings.real("minDelta"), settings.flag("restoreBest")))
                : Optional.empty();
    }

    private static Option option(String id, String label, String help) {
        return new Option(id, label, help, "");
    }
}
