package org.netloom.training;

import static org.netloom.layers.Parameter.below;
import static org.netloom.layers.Parameter.choice;
import static org.netloom.layers.Parameter.reference;

import java.util.List;
import org.netloom.datasets.SplitSpec;
import org.netloom.layers.Parameter;
import org.netloom.layers.Parameter.Option;
import org.netloom.layers.Settings;

/** What the network learns from. */
final class DataSettings {

    private static final String GROUP = "Data";

    private DataSettings() {}

    static void describe(List<Parameter> all) {
        all.add(reference("dataset", "Dataset", "dataset", "digits", "What the network learns from.")
                .in(GROUP));
        all.add(choice(
                        "split",
                        "Split",
                        "fractions",
                        List.of(
                                option("fractions", "By fractions", "Shuffled with the seed, then cut."),
                                option(
                                        "standard",
                                        "The dataset's own",
                                        "Its own test part; validation is taken from the rest."),
                                option(
                                        "all",
                                        "Everything everywhere",
                                        "Trains, validates and tests on all examples; only for tiny course datasets.")),
                        "Which examples are for training, validation and testing.")
                .in(GROUP));
        all.add(below("validationFraction", "Validation part", 0.15, 0, 1, "Share held out to watch the training.")
                .shownWhen("split", "fractions", "standard")
                .in(GROUP));
        all.add(below("testFraction", "Test part", 0.15, 0, 1, "Share kept for the final evaluation.")
                .shownWhen("split", "fractions")
                .in(GROUP));
        all.add(choice(
                        "normalization",
                        "Normalisation",
                        "none",
                        List.of(
                                option("none", "None", "As the data comes; images are 0…1."),
                                option("min-max", "Min–max", "Each feature to 0…1."),
                                option("symmetric", "Min–max, symmetric", "Each feature to −1…1; suits tanh."),
                                option("standardize", "Standardise", "Each feature to mean 0 and deviation 1.")),
                        "Fitted on the training part only.")
                .in(GROUP));
    }

    static SplitSpec split(Settings settings) {
        return new SplitSpec(
                settings.choice("split"),
                settings.real("validationFraction"),
                settings.real("testFraction"),
                settings.whole("seed"));
    }

    private static Option option(String id, String label, String help) {
        return new Option(id, label, help, "");
    }
}
