package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.netloom.training.Series;
import org.netloom.training.store.OwnedRun;
import tools.jackson.databind.JsonNode;

class LiveFramesTest {

    private final ApiServer server = ApiServer.shared();

    private LiveClient watch(RunAtWork run, long after) {
        return LiveClient.connect(server.client(), run.id(), after);
    }

    private static Predicate<JsonNode> upTo(long sequence) {
        return frame -> frame.path("sequence").asLong() >= sequence;
    }

    private static Predicate<JsonNode> state(String state) {
        return frame -> frame.path("state").asString("").equals(state);
    }

    private static List<String> types(List<JsonNode> frames) {
        return frames.stream()
                .map(frame -> frame.path("type").asString())
                .filter(type -> !type.equals("state"))
                .toList();
    }

    @Test
    void sendsPointsAndStateWhileTheRunIsAtWork() throws Exception {
        RunAtWork run = RunAtWork.begin(server);
        try (LiveClient client = watch(run, 0)) {
            assertThat(client.next().path("state").asString()).isEqualTo("running");
            run.loss(1, 3);

            JsonNode points = client.next();

            assertThat(points.path("type").asString()).isEqualTo("points");
            assertThat(points.path("sequence").asLong()).isEqualTo(3);
            assertThat(points.path("points").get(1).toString()).isEqualTo("[2,\"train.loss\",2,1,0.5]");
            JsonNode state = client.next();
            assertThat(state.path("type").asString()).isEqualTo("state");
            assertThat(state.path("sequence").asLong()).isEqualTo(3);
            assertThat(state.path("iteration").asLong()).isEqualTo(3);
            assertThat(state.path("samplesPerSecond").asDouble()).isEqualTo(1000);
            assertThat(state.path("secondsLeft").asDouble()).isEqualTo(2);
            assertThat(state.path("reason").asString()).isEmpty();
        }
    }

    @Test
    void goesOnAfterTheLastNumberSeen() throws Exception {
        RunAtWork run = RunAtWork.begin(server);
        run.loss(1, 10);
        try (LiveClient client = watch(run, 7)) {
            JsonNode points = client.next();

            assertThat(points.path("points").size()).isEqualTo(3);
            assertThat(points.path("points").get(0).get(0).asLong()).isEqualTo(8);
        }
    }

    @Test
    void splitsFramesWhereTrainingWentOnFromACheckpoint() throws Exception {
        RunAtWork run = RunAtWork.begin(server);
        run.loss(1, 10);
        run.restartAfter(6);
        run.loss(7, 9);
        WatchedCurve curve = new WatchedCurve();
        try (LiveClient client = watch(run, 0)) {
            List<JsonNode> frames = client.until(upTo(14));
            curve.takeAll(frames);

            assertThat(types(frames)).containsExactly("points", "restart", "points");
            assertThat(frames.get(1).path("iteration").asLong()).isEqualTo(6);
            assertThat(frames.get(1).path("sequence").asLong()).isEqualTo(11);
            assertThat(curve.points()).isEqualTo(run.stored());
        }
    }

    @Test
    void voidsWhatAClientHasSeenBeyondTheCheckpoint() throws Exception {
        RunAtWork run = RunAtWork.begin(server);
        run.loss(1, 10);
        WatchedCurve curve = new WatchedCurve();
        try (LiveClient client = watch(run, 0)) {
            curve.takeAll(client.until(upTo(10)));
        }
        run.restartAfter(4);
        run.loss(5, 12);
        try (LiveClient again = watch(run, curve.sequence())) {
            curve.takeAll(again.until(upTo(19)));
        }

        assertThat(curve.points()).isEqualTo(run.stored()).hasSize(12);
    }

    @Test
    void writesWhatIsNotANumberAsText() throws Exception {
        RunAtWork run = RunAtWork.begin(server);
        run.append(
                List.of(
                        new OwnedRun.NewPoint(Series.TRAIN_LOSS, 1, 1, Double.NaN),
                        new OwnedRun.NewPoint(Series.VALIDATION_LOSS, 1, 1, Double.POSITIVE_INFINITY),
                        new OwnedRun.NewPoint(Series.TRAIN_LOSS_EPOCH, 1, 1, Double.NEGATIVE_INFINITY)),
                1);
        try (LiveClient client = watch(run, 0)) {
            JsonNode points = client.next().path("points");

            assertThat(points.toString())
                    .isEqualTo("[[1,\"train.loss\",1,1,\"NaN\"],[2,\"validation.loss\",1,1,\"Infinity\"],"
                            + "[3,\"train.loss.epoch\",1,1,\"-Infinity\"]]");
        }
    }

    @Test
    void sendsALongCurveInSeveralFrames() throws Exception {
        RunAtWork run = RunAtWork.begin(server);
        run.loss(1, 12_000);
        WatchedCurve curve = new WatchedCurve();
        try (LiveClient client = watch(run, 0)) {
            List<JsonNode> frames = client.until(upTo(12_000));
            curve.takeAll(frames);

            assertThat(types(frames)).hasSize(3);
            assertThat(curve.points()).isEqualTo(run.stored());
        }
    }

    @Test
    void endsNormallyAfterTheLastState() throws Exception {
        RunAtWork run = RunAtWork.begin(server);
        WatchedCurve curve = new WatchedCurve();
        try (LiveClient client = watch(run, 0)) {
            run.loss(1, 500);
            run.finish();

            curve.takeAll(client.until(state("finished")));

            assertThat(client.closeStatus()).isEqualTo(1000);
            assertThat(curve.points()).isEqualTo(run.stored());
        }
    }

    @Test
    void tellsAWaitingRunsEndWithoutAWorker() throws Exception {
        java.util.UUID id = RunAtWork.queued(server);
        try (LiveClient client = LiveClient.connect(server.client(), id, 0)) {
            assertThat(client.next().path("state").asString()).isEqualTo("queued");
            server.client().post("/api/v1/runs/" + id + "/stop", "");
            assertThat(client.next().path("state").asString()).isEqualTo("stopped");
            assertThat(client.closeStatus()).isEqualTo(1000);
        }
    }

    @Test
    void goesOnAfterTheDatabaseCutItsListener() throws Exception {
        RunAtWork run = RunAtWork.begin(server);
        WatchedCurve curve = new WatchedCurve();
        try (LiveClient client = watch(run, 0)) {
            curve.takeAll(client.until(state("running")));
            assertThat(server.database()
                            .jdbc()
                            .sql("select pg_terminate_backend(pid) from pg_stat_activity "
                                    + "where application_name = 'netloom news' and datname = current_database()")
                            .query(Boolean.class)
                            .list())
                    .containsExactly(true);

            run.loss(1, 5);
            curve.takeAll(client.until(upTo(5)));
            run.loss(6, 9);
            curve.takeAll(client.until(upTo(9)));
        }
        assertThat(curve.points()).isEqualTo(run.stored());
    }

    @Test
    void oneClientThatDoesNotReadKeepsNobodyWaiting() throws Exception {
        RunAtWork run = RunAtWork.begin(server);
        WatchedCurve curve = new WatchedCurve();
        try (LiveClient asleep = LiveClient.connectWithoutReading(server.client(), run.id());
                LiveClient awake = watch(run, 0)) {
            run.loss(1, 100_000);
            curve.takeAll(awake.until(upTo(100_000)));
            run.loss(100_001, 100_010);
            curve.takeAll(awake.until(upTo(100_010)));

            assertThat(asleep.arrived()).isEmpty();
            assertThat(curve.points()).isEqualTo(run.stored());
        }
    }

    @Test
    void refusesTheUpgradeToWhoeverMayNotWatch() {
        RunAtWork run = RunAtWork.begin(server);
        ApiClient client = server.client();
        String origin = "http://localhost:" + server.port();

        assertThat(LiveClient.handshake(server.with(""), run.id().toString())).isEqualTo(401);
        assertThat(LiveClient.handshake(server.with("nonsense"), run.id().toString()))
                .isEqualTo(401);
        assertThat(LiveClient.handshake(client, run.id().toString(), "Origin", "http://evil.example"))
                .isEqualTo(403);
        assertThat(LiveClient.handshake(client, java.util.UUID.randomUUID().toString()))
                .isEqualTo(404);
        assertThat(LiveClient.handshake(client, "no-id")).isEqualTo(400);
        assertThat(LiveClient.handshake(client, run.id() + "?after=-1")).isEqualTo(400);
        assertThat(LiveClient.handshake(client, run.id() + "?after=x")).isEqualTo(400);
        assertThat(LiveClient.handshake(client, run.id().toString(), "Origin", origin))
                .isEqualTo(101);
    }
}
