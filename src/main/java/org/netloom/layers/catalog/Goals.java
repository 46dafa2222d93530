package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Parameter.Option;
import org.netloom.layers.Settings;

/** What the layers that end a network share: with what they are compared. */
final class Goals {

    private static final String GROUP = "Target";

    private Goals() {}

    static List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                                "target",
                                "Learns",
                                "data",
                                List.of(
                                        new Option(
                                                "data",
                                                "The data's target",
                                                "The class or the numbers to predict.",
                                                ""),
                                        new Option(
                                                "input",
                                                "The network's input",
                                                "What entered the network, before any noise: an autoencoder.",
                                                "")),
                                "What the predictions are compared with.")
                        .in(GROUP),
                Parameter.between(
                                "lossWeight",
                                "Weight of the loss",
                                1,
                                0,
                                1e6,
                                "By what this loss counts in the sum over all Outputs.")
                        .in(GROUP));
    }

    static Op.Compare from(Settings settings) {
        return new Op.Compare(
                settings.choice("target").equals("input") ? Op.Compare.With.INPUT : Op.Compare.With.DATA,
                settings.real("lossWeight"));
    }
}
