package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Network;
import org.netloom.training.Loss;
import org.netloom.training.Optimizer;
import org.netloom.training.Schedule;
import org.netloom.training.TrainingPlan;

/** What DL4J has no class for, so that a downloaded file carries the nearest one. Predictions are never touched by this. */
final class DownloadNotes {

    private DownloadNotes() {}

    static List<String> of(Network network, TrainingPlan plan, boolean needsLayers) {
        List<String> notes = new ArrayList<>();
        if (needsLayers) {
            notes.add(
                    "It holds layers that DL4J lacks: to open it, put netloom-layers.jar on the class path, which comes with "
                            + "the bundle.");
        }
        boolean steps = network.outputs().stream()
                .anyMatch(id -> network.node(id).orElseThrow().output() instanceof Shape.Sequence);
        if (steps) {
            notes.add("Trained with the mean of the loss over the steps that count; DL4J adds the steps up.");
        }
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
