package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.netloom.training.TrainingJob;

/** What Netloom's loop, metrics and checkpoints cost beside plain DL4J: seconds over seconds. */
class TrainOverheadBench {

    private static final int ITERATIONS = 1500;
    private static final int WARM_UP = 100;

    @Test
    void trainOverhead() {
        TrainingJob job = Workload.job(ITERATIONS);
        Dl4jLoop bare = new Dl4jLoop(job);
        bare.run(ITERATIONS);
        NetloomLoop.run(job, ITERATIONS, WARM_UP);
        double ratio = Rounds.ratio(
                7,
                "dl4j",
                () -> {
                    long began = System.nanoTime();
                    bare.run(ITERATIONS - WARM_UP);
                    return (ITERATIONS - WARM_UP) * (double) Workload.BATCH / ((System.nanoTime() - began) / 1e9);
                },
                "netloom",
                () -> NetloomLoop.run(job, ITERATIONS, WARM_UP));
        Rounds.tell("train_overhead", ratio, "x");
        assertThat(ratio).isPositive();
    }
}
