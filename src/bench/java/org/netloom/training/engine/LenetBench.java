package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.Test;
import org.netloom.training.TrainingJob;

/** Netloom's training speed over LibTorch's on LeNet, with the threads that the product gives to convolutions. */
class LenetBench {

    private static final int ITERATIONS = 330;
    private static final int WARM_UP = 30;

    @Test
    void trainLenetVsPytorch() {
        TrainingJob job = Workload.lenet(ITERATIONS);
        NetloomLoop.run(job, ITERATIONS, WARM_UP, new Unwatched());
        try (PytorchLoop rival = PytorchLoop.lenet(job.train())) {
            rival.run(ITERATIONS);
            int best = PytorchBench.fastestThreads(rival);
            JniUtils.setNumThreads(best);
            System.out.println("LibTorch is fastest with " + best + " threads");
            double ratio = Rounds.ratio(
                    7,
                    "netloom",
                    () -> NetloomLoop.run(job, ITERATIONS, WARM_UP, new Unwatched()),
                    "pytorch",
                    () -> PytorchBench.speed(rival, ITERATIONS - WARM_UP));
            Rounds.tell("train_lenet_vs_pytorch", ratio, "x");
            assertThat(ratio).isPositive();
        }
    }
}
