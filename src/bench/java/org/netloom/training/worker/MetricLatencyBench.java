package org.netloom.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.ApiClient;
import org.netloom.TestDatabase;
import org.netloom.process.RunningNetloom;
import org.netloom.training.Series;
import org.netloom.training.TrainingWatch;
import org.netloom.training.engine.NetloomLoop;
import org.netloom.training.engine.Rounds;
import org.netloom.training.engine.Workload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the end of an iteration in the training loop to its point at a client of the WebSocket, through PostgreSQL and the web process. */
class MetricLatencyBench {

    private static final int ITERATIONS = 6000;

    @TempDir
    Path home;

    @Test
    void metricLatency() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (RunningNetloom web = RunningNetloom.web(home, database.environment());
                ApiClient api = new ApiClient(web)) {
            UUID run = UUID.fromString(api.run(api.project("digits-mlp"), "{}"));
            UUID workspace = database.jdbc()
                    .sql("select workspace_id from run where id = ?")
                    .param(run)
                    .query(UUID.class)
                    .single();
            Arrivals arrivals = new Arrivals();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + web.token())
                    .buildAsync(URI.create(web.url().replace("http", "ws") + "/ws/runs/" + run), arrivals)
                    .get(30, TimeUnit.SECONDS);
            AtomicLongArray done = new AtomicLongArray(ITERATIONS + 1);
            try (RecordedRun recorded = new RecordedRun(database, run, workspace, ITERATIONS)) {
                NetloomLoop.run(Workload.job(ITERATIONS), ITERATIONS, 1, new Noting(recorded.watch(), done));
            }
            assertThat(arrivals.all.await(60, TimeUnit.SECONDS)).as("every point arrived").isTrue();
            socket.abort();
            long[] waited = new long[ITERATIONS];
            for (int i = 0; i < ITERATIONS; i++) {
                waited[i] = arrivals.at.get(i + 1) - done.get(i + 1);
            }
            Arrays.sort(waited);
            Rounds.tell("metric_latency_p50", waited[ITERATIONS / 2] / 1e6, "ms");
            Rounds.tell("metric_latency_p95", waited[ITERATIONS * 95 / 100] / 1e6, "ms");
        }
    }

    /** When each iteration's point came in. */
    private static final class Arrivals implements WebSocket.Listener {
        private static final JsonMapper JSON = new JsonMapper();
        private final AtomicLongArray at = new AtomicLongArray(ITERATIONS + 1);
        private final CountDownLatch all = new CountDownLatch(ITERATIONS);
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                long now = System.nanoTime();
                JsonNode frame = JSON.readTree(text.toString());
                text.setLength(0);
                frame.path("points").forEach(point -> {
                    if (point.get(1).asString().equals(Series.TRAIN_LOSS.id())) {
                        at.set(point.get(2).asInt(), now);
                        all.countDown();
                    }
                });
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    /** Notes when each iteration was done. */
    private record Noting(TrainingWatch recorder, AtomicLongArray done) implements TrainingWatch {
        @Override
        public void point(Series series, long iteration, int epoch, double value) {
            recorder.point(series, iteration, epoch, value);
        }

        @Override
        public void iterationDone(long iteration, int epoch, int samples) {
            done.set((int) iteration, System.nanoTime());
            recorder.iterationDone(iteration, epoch, samples);
        }

        @Override
        public boolean wantsCheckpoint() {
            return recorder.wantsCheckpoint();
        }

        @Override
        public void checkpoint(Checkpoint checkpoint) {
            recorder.checkpoint(checkpoint);
        }

        @Override
        public Signal signal() {
            return recorder.signal();
        }
    }
}
