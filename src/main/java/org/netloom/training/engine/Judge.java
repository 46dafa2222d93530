package org.netloom.training.engine;

import org.netloom.datasets.Samples;
import org.netloom.design.Shape;
import org.netloom.layers.Activation;
import org.netloom.layers.Op;
import org.netloom.training.Loss;
import org.netloom.training.Roles;
import org.netloom.training.TrainingJob;

/** Whether a prediction counts as correct. */
enum Judge {
    /** Numbers are neither right nor wrong. */
    NONE,
    /** The class with the largest output. */
    LARGEST,
    /** One output, above or below a half. */
    HALF,
    /** One output, above or below zero; targets are −1 and 1. */
    SIGN;

    static Judge of(Roles.Goal goal, TrainingJob job) {
        if (goal.with() == Op.Compare.With.INPUT || !goal.whole()) {
            return NONE;
        }
        Activation output = job.network().node(goal.node()).orElseThrow().activation();
        int steps = goal.shape() instanceof Shape.Sequence sequence ? Math.toIntExact(sequence.steps()) : 1;
        return of(job.train(), goal.size(), steps, job.plan().lossOf(output), output.kind());
    }

    /** @param steps predictions for each example */
    private static Judge of(Samples samples, int size, int steps, Loss loss, Activation.Kind output) {
        boolean hinge = loss == Loss.HINGE || loss == Loss.SQUARED_HINGE;
        if (size > steps) {
            return isOneHot(samples, steps) ? LARGEST : NONE;
        }
        boolean yesOrNo = isYesOrNo(samples);
        if (hinge && yesOrNo) {
            return SIGN;
        }
        boolean probability = output == Activation.Kind.SIGMOID
                || output == Activation.Kind.HARD_SIGMOID
                || loss == Loss.BINARY_CROSS_ENTROPY;
        return yesOrNo && probability ? HALF : NONE;
    }

    boolean isCorrect(double[] predicted, double[] target, int from, int n) {
        return switch (this) {
            case NONE -> false;
            case LARGEST -> largest(predicted, from, n) == largest(target, from, n);
            case HALF -> (predicted[from] >= 0.5) == (target[from] >= 0.5);
            case SIGN -> (predicted[from] >= 0) == (target[from] >= 0);
        };
    }

    private static int largest(double[] numbers, int from, int n) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (numbers[from + i] > numbers[from + best]) {
                best = i;
            }
        }
        return best;
    }

    /** At every step; one that is padding may have no class at all. */
    private static boolean isOneHot(Samples samples, int steps) {
        float[] targets = samples.targets();
        int n = samples.targetSize();
        for (int row = 0; row < samples.count(); row++) {
            for (int step = 0; step < steps; step++) {
                float sum = 0;
                for (int i = row * n + step; i < (row + 1) * n; i += steps) {
                    if (targets[i] != 0 && targets[i] != 1) {
                        return false;
                    }
                    sum += targets[i];
                }
                if (sum != 1 && !(sum == 0 && steps > 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean isYesOrNo(Samples samples) {
        for (float target : samples.targets()) {
            if (target != 0 && target != 1 && target != -1) {
                return false;
            }
        }
        return true;
    }
}
