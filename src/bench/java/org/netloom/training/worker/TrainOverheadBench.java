package org.netloom.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netloom.TestDatabase;
import org.netloom.training.RunFixture;
import org.netloom.training.TrainingJob;
import org.netloom.training.engine.Dl4jLoop;
import org.netloom.training.engine.NetloomLoop;
import org.netloom.training.engine.Rounds;
import org.netloom.training.engine.Workload;

/** What Netloom's loop costs beside plain DL4J, metrics and checkpoints written to a real PostgreSQL: seconds over seconds. */
class TrainOverheadBench {

    private static final int ITERATIONS = 1500;
    private static final int WARM_UP = 100;

    private final TestDatabase database = TestDatabase.fresh();
    private final RunFixture runs = new RunFixture(database);

    @Test
    void trainOverhead() {
        TrainingJob job = Workload.job(ITERATIONS);
        Dl4jLoop bare = new Dl4jLoop(job);
        bare.run(ITERATIONS);
        netloom(job);
        double ratio = Rounds.ratio(
                7,
                "dl4j",
                () -> {
                    long began = System.nanoTime();
                    bare.run(ITERATIONS - WARM_UP);
                    return (ITERATIONS - WARM_UP) * (double) Workload.BATCH / ((System.nanoTime() - began) / 1e9);
                },
                "netloom",
                () -> netloom(job));
        Rounds.tell("train_overhead", ratio, "x");
        assertThat(ratio).isPositive();
    }

    private double netloom(TrainingJob job) {
        UUID run = runs.queue(RunFixture.digitClassifier(), RunFixture.plan("digits", 1));
        try (RecordedRun recorded = new RecordedRun(database, run, runs.workspace(), ITERATIONS)) {
            return NetloomLoop.run(job, ITERATIONS, WARM_UP, recorded.watch());
        }
    }
}
