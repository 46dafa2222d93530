package org.netloom.training.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netloom.training.worker.WorkerUnderTest.until;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.netloom.TestDatabase;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;
import org.netloom.training.Run;
import org.netloom.training.RunFixture;
import org.netloom.training.RunState;
import org.netloom.training.Series;
import org.netloom.training.store.Blobs;
import org.netloom.training.store.MetricStore;

@Tag("thorough")
class RunLifecycleIT {

    private final TestDatabase database = TestDatabase.fresh();
    private final RunFixture runs = new RunFixture(database);
    private final MetricStore metrics = new MetricStore(database.jdbc());
    private WorkerUnderTest worker = WorkerUnderTest.start(database);

    @AfterEach
    void endTheWorker() {
        worker.close();
    }

    private RunState.Kind state(UUID run) {
        return runs.find(run).state().kind();
    }

    private void untilEnded(UUID run) {
        until("the run has ended", () -> state(run).isFinal());
    }

    private void untilIteration(UUID run, long iteration) {
        until(
                "iteration " + iteration,
                () -> runs.find(run).progress().iteration() >= iteration
                        || state(run).isFinal());
    }

    private List<Double> losses(UUID run) {
        List<MetricStore.Point> points = metrics.points(run, Series.TRAIN_LOSS, 0, Long.MAX_VALUE);
        assertThat(points.stream().map(MetricStore.Point::iteration).toList())
                .as("every iteration once, in order")
                .isEqualTo(java.util.stream.LongStream.rangeClosed(1, points.size())
                        .boxed()
                        .toList());
        return points.stream().map(MetricStore.Point::value).toList();
    }

    /** The trained numbers, as the downloaded file holds them. */
    private String parameters(UUID run) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(
                new Blobs(database.jdbc()).read(runs.find(run).outcome().model().orElseThrow()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("coefficients.bin")) {
                    return HexFormat.of().formatHex(zip.readAllBytes());
                }
            }
        }
        throw new AssertionError("no parameters in the model file");
    }

    @Test
    void aKilledWorkerAndAKilledTrainerChangeNothingInTheResult() throws IOException {
        Map<String, Value> plan = RunFixture.plan("digits", 40, "batchSize", Value.of(32));
        UUID undisturbed = runs.queue(RunFixture.digitClassifier(), plan);
        untilEnded(undisturbed);
        assertThat(state(undisturbed)).isEqualTo(RunState.Kind.FINISHED);

        UUID disturbed = runs.queue(RunFixture.digitClassifier(), plan);
        long total = runs.find(undisturbed).progress().iterations();
        untilIteration(disturbed, total / 5);
        worker.kill();
        worker = WorkerUnderTest.start(database);
        untilIteration(disturbed, total / 2);
        worker.trainers().forEach(ProcessHandle::destroyForcibly);
        untilEnded(disturbed);

        assertThat(state(disturbed)).isEqualTo(RunState.Kind.FINISHED);
        assertThat(metrics.restarts(disturbed)).isNotEmpty();
        assertThat(losses(disturbed)).isEqualTo(losses(undisturbed)).hasSize((int) total);
        assertThat(parameters(disturbed)).isEqualTo(parameters(undisturbed));
        assertThat(runs.find(disturbed).outcome().evaluation())
                .isEqualTo(runs.find(undisturbed).outcome().evaluation());
    }

    @Test
    void aPausedRunGoesOnWhereItWasAndAStoppedOneStaysDownloadable() throws IOException {
        Map<String, Value> plan = RunFixture.plan("digits", 2000, "batchSize", Value.of(32));
        UUID run = runs.queue(RunFixture.digitClassifier(), plan);
        untilIteration(run, 200);
        runs.store().change(run, RunState.Kind.PAUSING, Optional.of("PAUSE"));
        until("the run is paused", () -> state(run) == RunState.Kind.PAUSED);
        long pausedAt = runs.find(run).progress().iteration();
        assertThat(losses(run)).hasSize((int) pausedAt);

        runs.resume(run);
        untilIteration(run, pausedAt + 100);
        assertThat(metrics.restarts(run)).containsExactly(pausedAt);
        runs.store().change(run, RunState.Kind.STOPPING, Optional.of("STOP"));
        untilEnded(run);

        Run stopped = runs.find(run);
        assertThat(stopped.state().kind()).isEqualTo(RunState.Kind.STOPPED);
        assertThat(losses(run)).hasSize((int) stopped.progress().iteration());
        assertThat(stopped.outcome().model()).isPresent();
        assertThat(stopped.outcome().evaluation().orElseThrow()).contains("accuracy");
        assertThat(stopped.outcome().proof().orElseThrow()).contains("\"proved\":true");
    }

    @Test
    void aLossThatIsNotANumberEndsTheRunWithTheIterationAndAdvice() {
        Design design = Design.chain(
                Layer.of("input", "input").with("shape", Value.dims(2)),
                Layer.of("hidden", "dense").with("units", 8).with("activation", "cube"),
                Layer.of("output", "output").with("units", 1).with("activation", "identity"));
        UUID run = runs.queue(
                design,
                RunFixture.plan(
                        "linear-plane",
                        50,
                        "split",
                        Value.of("fractions"),
                        "loss",
                        Value.of("mse"),
                        "optimizer",
                        Value.of("sgd"),
                        "learningRate",
                        Value.of(50.0)));
        untilEnded(run);

        assertThat(runs.find(run).state()).isInstanceOfSatisfying(RunState.Failed.class, failed -> {
            assertThat(failed.reason().what()).contains("iteration");
            assertThat(failed.reason().fix()).contains("learning rate");
        });
        assertThat(Double.isFinite(losses(run).getLast())).isFalse();
    }

    @Test
    void theSameSeedGivesTheSameBits() throws IOException {
        Map<String, Value> plan = RunFixture.plan("digits", 1);
        UUID first = runs.queue(RunFixture.digitClassifier(), plan);
        UUID second = runs.queue(RunFixture.digitClassifier(), plan);
        UUID other = runs.queue(RunFixture.digitClassifier(), RunFixture.plan("digits", 1, "seed", Value.of(43)));
        untilEnded(other);

        assertThat(parameters(second)).isEqualTo(parameters(first));
        assertThat(parameters(other)).isNotEqualTo(parameters(first));
    }

    @Test
    void aMissingDatasetIsSaidInPlainWords() {
        UUID run = runs.queue(RunFixture.digitClassifier(), RunFixture.plan("imagenet", 1));
        untilEnded(run);

        assertThat(runs.find(run).state())
                .isInstanceOfSatisfying(
                        RunState.Failed.class,
                        failed -> assertThat(failed.reason().what()).contains("imagenet"));
    }
}
