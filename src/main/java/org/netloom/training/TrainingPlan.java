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
        Optional<EarlyStopping> earlyStopping) {

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

    /** Iterations of the whole training. */
    public long totalIterations(int examples) {
        return switch (budget) {
            case Budget.Epochs epochs -> epochs.epochs() * iterationsPerEpoch(examples);
            case Budget.Iterations iterations -> iterations.iterations();
        };
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
}
