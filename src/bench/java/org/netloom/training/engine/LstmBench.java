package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.Test;
import org.netloom.training.TrainingJob;

/** Netloom's training speed over LibTorch's on an LSTM that reads pictures row by row. */
class LstmBench {

    private static final int ITERATIONS = 250;
    private static final int WARM_UP = 50;
    private static final int TRIAL = 15;

    @Test
    void trainLstmVsPytorch() {
        TrainingJob job = Workload.lstm(ITERATIONS);
        NetloomLoop.run(job, ITERATIONS, WARM_UP, new Unwatched());
        try (PytorchLoop rival = PytorchLoop.lstm(job.train())) {
            rival.run(WARM_UP);
            int best = PytorchBench.fastestThreads(rival, TRIAL);
            JniUtils.setNumThreads(best);
            System.out.println("LibTorch is fastest with " + best + " threads");
            double ratio = Rounds.ratio(
                    7,
                    "netloom",
                    () -> NetloomLoop.run(job, ITERATIONS, WARM_UP, new Unwatched()),
                    "pytorch",
                    () -> PytorchBench.speed(rival, ITERATIONS));
            Rounds.tell("train_lstm_vs_pytorch", ratio, "x");
            assertThat(ratio).isPositive();
        }
    }
}
