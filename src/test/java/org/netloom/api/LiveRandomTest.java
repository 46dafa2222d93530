package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.training.Series;
import org.netloom.training.store.OwnedRun;
import tools.jackson.databind.JsonNode;

/** Whatever happens to a run and to whoever watches it: what the watcher has in the end is what is stored. */
class LiveRandomTest {

    private static final int STEPS = 120;
    private static final int WATCHERS = 3;

    private final ApiServer server = ApiServer.shared();

    /** A page that loses its connection now and then. */
    private final class Watcher {
        private final RunAtWork run;
        private final WatchedCurve curve = new WatchedCurve();
        private @Nullable LiveClient client;

        Watcher(RunAtWork run) {
            this.run = run;
        }

        void connect() {
            if (client == null) {
                client = LiveClient.connect(server.client(), run.id(), curve.sequence());
            }
        }

        /** Cuts the connection in the middle of whatever is under way; only what was read counts. */
        void disconnect(Random random) throws InterruptedException {
            LiveClient open = client;
            if (open != null) {
                if (random.nextBoolean()) {
                    curve.take(open.next());
                }
                curve.takeAll(open.arrived());
                open.close();
                client = null;
            }
        }

        void watchToTheEnd() throws InterruptedException {
            connect();
            LiveClient open = client;
            assertThat(open).isNotNull();
            curve.takeAll(open.until(LiveRandomTest::isFinished));
            open.close();
        }
    }

    private static boolean isFinished(JsonNode frame) {
        return frame.path("state").asString("").equals("finished");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyWatcherEndsUpWithTheStoredCurve(long seed) throws InterruptedException {
        Random random = new Random(seed);
        RunAtWork run = RunAtWork.begin(server);
        List<Watcher> watchers = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) {
            watchers.add(new Watcher(run));
        }
        long iteration = 0;
        for (int step = 0; step < STEPS; step++) {
            Watcher watcher = watchers.get(random.nextInt(WATCHERS));
            switch (random.nextInt(10)) {
                case 0 -> {
                    iteration = random.nextLong(iteration + 1);
                    run.restartAfter(iteration);
                }
                case 1, 2 -> watcher.disconnect(random);
                case 3, 4 -> watcher.connect();
                default -> {
                    int count = random.nextInt(20) == 0 ? 6000 : 1 + random.nextInt(40);
                    run.append(points(random, iteration, count), iteration + count);
                    iteration += count;
                }
            }
        }
        run.finish();
        for (Watcher watcher : watchers) {
            watcher.watchToTheEnd();
            assertThat(watcher.curve.points()).isEqualTo(run.stored());
        }
    }

    private static List<OwnedRun.NewPoint> points(Random random, long after, int count) {
        List<OwnedRun.NewPoint> points = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            points.add(new OwnedRun.NewPoint(Series.TRAIN_LOSS, after + i, 1, random.nextGaussian()));
            if (random.nextInt(10) == 0) {
                points.add(new OwnedRun.NewPoint(Series.VALIDATION_LOSS, after + i, 1, Double.NaN));
            }
        }
        return points;
    }
}
