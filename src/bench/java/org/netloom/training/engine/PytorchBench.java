package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.Test;
import org.netloom.training.TrainingJob;

/** Netloom's training speed over LibTorch's. */
class PytorchBench {

    private static final int ITERATIONS = 900;
    private static final int WARM_UP = 100;
    private static final int TRIAL = 150;

    @Test
    void trainMlpVsPytorch() {
        TrainingJob job = Workload.job(ITERATIONS);
        NetloomLoop.run(job, ITERATIONS, WARM_UP, new Unwatched());
        try (PytorchLoop rival = new PytorchLoop(job.train())) {
            rival.run(ITERATIONS);
            int best = fastestThreads(rival);
            JniUtils.setNumThreads(best);
            System.out.println("LibTorch is fastest with " + best + " threads");
            double ratio = Rounds.ratio(
                    7,
                    "netloom",
                    () -> NetloomLoop.run(job, ITERATIONS, WARM_UP, new Unwatched()),
                    "pytorch",
                    () -> speed(rival, ITERATIONS));
            Rounds.tell("train_mlp_vs_pytorch", ratio, "x");
            assertThat(ratio).isPositive();
        }
    }

    static int fastestThreads(PytorchLoop rival) {
        return fastestThreads(rival, TRIAL);
    }

    static int fastestThreads(PytorchLoop rival, int trial) {
        int best = 1;
        double most = 0;
        for (int threads = 1; threads <= Runtime.getRuntime().availableProcessors(); threads *= 2) {
            JniUtils.setNumThreads(threads);
            double speed = Math.max(speed(rival, trial), speed(rival, trial));
            if (speed > most) {
                most = speed;
                best = threads;
            }
        }
        return best;
    }

    static double speed(PytorchLoop rival, int iterations) {
        long began = System.nanoTime();
        rival.run(iterations);
        return iterations * (double) Workload.BATCH / ((System.nanoTime() - began) / 1e9);
    }
}
