package org.netloom.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.TestDatabase;
import org.netloom.training.RunState;
import org.netloom.training.Series;
import org.netloom.training.store.MetricStore;
import org.netloom.training.store.OwnedRun;
import org.netloom.training.store.RunClaims;
import org.netloom.training.store.SampleStore;
import org.netloom.training.store.WorkerStore;

/** A run in the hands of a worker, which writes what the test tells it to. */
final class RunAtWork {

    private final TestDatabase database;
    private final UUID worker = UUID.randomUUID();
    private final UUID workspace;
    private final UUID id;
    private OwnedRun owned;

    private RunAtWork(ApiServer server, UUID id) {
        this.database = server.database();
        this.workspace = server.workspace();
        this.id = id;
        new WorkerStore(database.jdbc()).enter(worker, "test", 1);
        this.owned = claim();
        owned.startAfter(0, 0, false);
    }

    /** A run of the XOR template, taken by a worker and about to begin. */
    static RunAtWork begin(ApiServer server) {
        return new RunAtWork(server, queued(server));
    }

    static UUID queued(ApiServer server) {
        ApiClient client = server.client();
        String project = client.post(
                        "/api/v1/workspaces/" + server.workspace() + "/projects", "{\"template\": \"xor-2-2-1\"}")
                .json()
                .path("id")
                .asString();
        return UUID.fromString(client.post("/api/v1/projects/" + project + "/runs", "{}")
                .json()
                .path("id")
                .asString());
    }

    private OwnedRun claim() {
        UUID claim = new RunClaims(database.jdbc()).claim(id, worker).orElseThrow();
        return new OwnedRun(database.jdbc(), database.transaction(), id, workspace, claim);
    }

    UUID id() {
        return id;
    }

    /** Writes one point of the training loss for each of these iterations. */
    void loss(long from, long to) {
        List<OwnedRun.NewPoint> points = new ArrayList<>();
        for (long iteration = from; iteration <= to; iteration++) {
            points.add(new OwnedRun.NewPoint(Series.TRAIN_LOSS, iteration, 1, 1.0 / iteration));
        }
        append(points, to);
    }

    void append(List<OwnedRun.NewPoint> points, long iteration) {
        owned.append(points, new OwnedRun.Pace(iteration, 1, Optional.of(1000.0), Optional.of(2.0), 0.5));
    }

    /** Stores pictures of an epoch of ten iterations. */
    void pictures(int epoch, String png) {
        owned.saveSamples(
                new SampleStore.Sheet(epoch, 10L * epoch, 64, 8, 28, 28),
                png.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Another worker takes the run over and goes on from a checkpoint. */
    void restartAfter(long iteration) {
        owned = claim();
        owned.startAfter(iteration, 1, true);
    }

    void finish() {
        owned.end(
                RunState.Kind.FINISHED,
                Optional.of("{\"kind\":\"classes\",\"examples\":4,\"accuracy\":0.75,\"confusion\":[[2,0],[1,1]]}"),
                Optional.of("{\"largestDifference\":0.0}"),
                Optional.of(out -> out.write("the model".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    /** The stored points without the marks of restarts. */
    List<MetricStore.Point> stored() {
        return new MetricStore(database.jdbc())
                .after(id, 0, Integer.MAX_VALUE).stream()
                        .filter(point -> !point.isRestart())
                        .toList();
    }
}
