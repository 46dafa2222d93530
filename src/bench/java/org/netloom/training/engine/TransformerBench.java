package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.Test;
import org.netloom.training.TrainingJob;

/** Netloom's training speed over LibTorch's, on a small transformer, one thread each. */
class TransformerBench {

    private static final int ITERATIONS = 60;
    private static final int WARM_UP = 20;
    private static final int TURNS = 5;

    @Test
    void trainTransformerVsPytorch() {
        TrainingJob job = Transformer.job(ITERATIONS);
        NetloomLoop.run(job, ITERATIONS, WARM_UP, new Unwatched());
        try (PytorchLoop rival = Transformer.rival(job)) {
            JniUtils.setNumThreads(1);
            rival.run(WARM_UP);
            double ratio = Rounds.ratio(
                    TURNS,
                    "netloom",
                    () -> NetloomLoop.run(job, ITERATIONS, WARM_UP, new Unwatched()),
                    "pytorch",
                    () -> speed(rival, ITERATIONS - WARM_UP));
            Rounds.tell("train_transformer_vs_pytorch", ratio, "x");
            assertThat(ratio).isPositive();
        }
    }

    private static double speed(PytorchLoop rival, int iterations) {
        long began = System.nanoTime();
        rival.run(iterations);
        return iterations * (double) Workload.BATCH / ((System.nanoTime() - began) / 1e9);
    }
}
