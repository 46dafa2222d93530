package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.netloom.training.Loss;
import org.netloom.training.Optimizer;
import org.netloom.training.Schedule;
import org.netloom.training.TrainingPlan;

/** What DL4J has no class for, so that a downloaded file carries the nearest one. Predictions are never touched by this. */
final class DownloadNotes {

    private DownloadNotes() {}

    static List<String> of(TrainingPlan plan) {
        List<String> notes = new ArrayList<>();
        if (plan.optimizer() instanceof Optimizer.Momentum) {
            notes.add(
                    "Trained with classical momentum, which DL4J lacks; the file names Nesterovs with the same state.");
        }
        if (plan.optimizer() instanceof Optimizer.AdamW) {
            notes.add(
                    "Trained with AdamW; the file names Adam with WeightDecay, which takes the same steps but adds the "
                            + "decay to the score.");
        }
        if (plan.optimizer() instanceof Optimizer.Nadam) {
            notes.add(
                    "Trained with Nadam as published; DL4J's own, which the file names, does not correct the second moment.");
        }
        if (plan.schedule() instanceof Schedule.Polynomial) {
            notes.add(
                    "Trained with a falling polynomial schedule, which DL4J lacks (its own rises); the file names the "
                            + "initial learning rate.");
        }
        if (plan.loss() == Loss.POISSON) {
            notes.add("DL4J's Poisson loss is the sum over the outputs, not their mean.");
        }
        return List.copyOf(notes);
    }
}
