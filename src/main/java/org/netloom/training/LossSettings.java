package org.netloom.training;

import static org.netloom.layers.Parameter.choice;

import java.util.ArrayList;
import java.util.List;
import org.netloom.layers.Parameter;
import org.netloom.layers.Parameter.Option;

/** What training makes small. */
final class LossSettings {

    private static final String GROUP = "Loss";

    private LossSettings() {}

    static void describe(List<Parameter> all) {
        all.add(choice("loss", "Loss", "auto", losses(), "What training makes small.")
                .in(GROUP));
    }

    private static List<Option> losses() {
        List<Option> losses = new ArrayList<>();
        losses.add(option(
                "auto",
                "Suiting the output",
                "Cross-entropy after softmax, binary cross-entropy after sigmoid, else mean squared error."));
        for (Loss loss : Loss.values()) {
            losses.add(loss.option());
        }
        return losses;
    }

    private static Option option(String id, String label, String help) {
        return new Option(id, label, help, "");
    }
}
