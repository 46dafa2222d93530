package org.netloom.training;

import static org.netloom.layers.Parameter.below;
import static org.netloom.layers.Parameter.flag;
import static org.netloom.layers.Parameter.real;

import java.util.List;
import java.util.Optional;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

/** How training pictures are varied. */
final class AugmentationSettings {

    private static final String GROUP = "Data augmentation";

    private AugmentationSettings() {}

    static void describe(List<Parameter> all) {
        all.add(flag(
                        "augment",
                        "Vary the pictures",
                        false,
                        "Every training picture is changed a little, anew in every epoch.")
                .in(GROUP));
        all.add(real("augmentShift", "Shift up to", 2, 0, 1000, "In each direction.")
                .shownWhen("augment", "true")
                .in(GROUP, "pixels"));
        all.add(real("augmentRotate", "Rotate up to", 0, 0, 180, "Either way.")
                .shownWhen("augment", "true")
                .in(GROUP, "degrees"));
        all.add(below("augmentScale", "Scale up to", 0, 0, 100, "Larger or smaller.")
                .shownWhen("augment", "true")
                .in(GROUP, "%"));
        all.add(flag("augmentFlipHorizontal", "Mirror left and right", false, "Every second picture; not for digits.")
                .shownWhen("augment", "true")
                .in(GROUP));
        all.add(flag("augmentFlipVertical", "Mirror top and bottom", false, "Every second picture.")
                .shownWhen("augment", "true")
                .in(GROUP));
        all.add(real("augmentFill", "Fill with", 0, -1e6, 1e6, "What comes in from beyond the edge.")
                .shownWhen("augment", "true")
                .in(GROUP));
    }

    static Optional<TrainingPlan.Augmentation> augmentation(Settings settings) {
        return settings.flag("augment")
                ? Optional.of(new TrainingPlan.Augmentation(
                        settings.real("augmentShift"),
                        settings.real("augmentRotate"),
                        settings.real("augmentScale") / 100,
                        settings.flag("augmentFlipHorizontal"),
                        settings.flag("augmentFlipVertical"),
                        (float) settings.real("augmentFill")))
                : Optional.empty();
    }
}
