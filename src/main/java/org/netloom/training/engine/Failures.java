package org.netloom.training.engine;

import org.netloom.design.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong inside the engine, in plain words. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Problem notANumber(double loss, long iteration) {
        String value = Double.isNaN(loss) ? "not a number" : "infinite";
        return Problem.error(
                "loss-not-finite",
                "The loss became " + value + " at iteration " + iteration + ".",
                "Training needs a finite loss; its steps have grown beyond all bounds.",
                "Lower the learning rate (try a tenth of it), clip the gradient by norm, or normalise the data.");
    }

    static Problem outOfMemory() {
        return Problem.error(
                "out-of-memory",
                "The memory of the training process is used up.",
                "Weights, optimizer state and the activations of one batch fit into memory together.",
                "Use a smaller batch size or fewer units, or give the worker more memory.");
    }

    static Problem damagedCheckpoint(String why) {
        return Problem.error(
                "checkpoint-unusable",
                "The training cannot go on from its checkpoint: " + why,
                "A checkpoint that was written by this run.",
                "Start the run again.");
    }

    static Problem engine(Throwable failure) {
        if (isMemory(failure)) {
            return outOfMemory();
        }
        LOG.error("The engine broke off", failure);
        String said = failure.getMessage();
        return Problem.error(
                "engine-failure",
                "The engine broke off: " + (said == null ? failure.getClass().getSimpleName() : firstLine(said)) + ".",
                "Every step of a sound design works.",
                "This is a fault of Netloom; please report it together with the design and the plan.");
    }

    private static boolean isMemory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = cause.getMessage();
            boolean told = said != null
                    && (said.contains("llocation failed")
                            || said.contains("Failed to allocate")
                            || said.contains("Physical memory usage is too high")
                            || said.contains("Cannot allocate"));
            if (cause instanceof OutOfMemoryError || told) {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
