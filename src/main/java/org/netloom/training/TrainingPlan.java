package org.netloom.training;

import java.util.Optional;
import org.netloom.datasets.SplitSpec;
import org.netloom.layers.Activation;

/**
 * How a network is to be trained, as the engine takes it; made by {@link PlanForm} from the saved settings.
 *
 * @param loss of the (first) output
 * @param lossByOutput each output has the loss that suits its activation
 * @param validateEvery additionally validate every so many iterations
 * @param validateOnTest the test part also serves for validation, as some course texts do
 */
public record TrainingPlan(
        String dataset,
        SplitSpec split,
        String normalization,
        Optional<Augmentation> augmentation,
        Loss loss,
        boolean lossByOutput,
        Optimizer optimizer,
        double learningRate,
        Schedule schedule,
        Clipping clipping,
        int batchSize,
        boolean shuffle,
        Budget budget,
        long seed,
        Optional<Integer> validateEvery,
        boolean validateOnTest,
        Optional<EarlyStopping> earlyStopping,
        Restarts restarts) {

    /** The loss of an output that ends in this activation. */
    public Loss lossOf(Activation output) {
        return lossByOutput ? Loss.suiting(output) : loss;
    }

    /** When training is done. */
    public sealed interface Budget {
        record Epochs(int epochs) implements Budget {}

        record Iterations(long iterations) implements Budget {}
    }

    /** Iterations that one pass over this many examples takes. */
    public long iterationsPerEpoch(int examples) {
        return Math.max(1, (examples + batchSize - 1L) / batchSize);
    }

    /** Iterations of the whole training, that of all its restarts. */
    public long iterationsOfAll(int examples) {
        return restarts.count() * totalIterations(examples);
    }

    /** Iterations of one training. */
    public long totalIterations(int examples) {
        return switch (budget) {
            case Budget.Epochs epochs -> epochs.epochs() * iterationsPerEpoch(examples);
            case Budget.Iterations iterations -> iterations.iterations();
        };
    }

    /** The same plan, drawing other weights, orders and noise. The split stays. */
    public TrainingPlan withSeed(long other) {
        return new TrainingPlan(
                dataset,
                split,
                normalization,
                augmentation,
                loss,
                lossByOutput,
                optimizer,
                learningRate,
                schedule,
                clipping,
                batchSize,
                shuffle,
                budget,
                other,
                validateEvery,
                validateOnTest,
                earlyStopping,
                restarts);
    }

    /** What is done to a gradient before the optimizer sees it. */
    public record Clipping(Kind kind, double threshold) {
        public enum Kind {
            NONE,
            /** Every element is cut to ±threshold. */
            VALUE,
            /** A layer's gradient is scaled down to an L2 norm of at most the threshold. */
            NORM
        }
    }

    /** Stop when the validation loss has not fallen by at least {@code minDelta} for {@code patience} epochs. */
    public record EarlyStopping(int patience, double minDelta, boolean restoreBest) {}

    /**
     * How training pictures are varied. Each change is drawn evenly between none and its most, either way.
     *
     * @param shift pixels
     * @param rotate degrees
     * @param scale share by which a picture may grow or shrink, below 1
     * @param fill what comes in from beyond the edge
     */
    public record Augmentation(
            double shift, double rotate, double scale, boolean flipHorizontal, boolean flipVertical, float fill) {}

    /** The network is trained {@code count} times from other weights. */
    public record Restarts(int count, Combine combine) {
        public enum Combine {
            /** The one with the lowest validation loss is kept. */
            BEST,
            /** All are kept, side by side; their predictions are averaged. */
            VOTE,
            /** As {@link #VOTE}, weighted by validation accuracy, or by one over the loss. */
            WEIGHTED_VOTE
        }

        public boolean several() {
            return count > 1;
        }

        public boolean isCommittee() {
            return several() && combine != Combine.BEST;
        }
    }
}
