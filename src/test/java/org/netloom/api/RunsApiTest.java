package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.netloom.api.ApiClient.Answer;
import org.netloom.training.Series;
import org.netloom.training.store.OwnedRun;
import tools.jackson.databind.JsonNode;

class RunsApiTest {

    private final ApiServer server = ApiServer.shared();
    private final ApiClient client = server.client();

    private String project() {
        String id = client.post(
                        "/api/v1/workspaces/" + server.workspace() + "/projects", "{\"template\": \"xor-2-2-1\"}")
                .json()
                .path("id")
                .asString();
        return "/api/v1/projects/" + id;
    }

    private JsonNode run(UUID id) {
        return client.get("/api/v1/runs/" + id).json();
    }

    @Test
    void queuesASnapshotWithChangedSettings() {
        String project = project();
        Answer made = client.post(project + "/runs", "{\"name\": \"Slow\", \"learningRate\": 0.01, \"seed\": 7}");
        assertThat(made.status()).isEqualTo(201);
        JsonNode run = made.json();
        assertThat(made.header("Location"))
                .isEqualTo("/api/v1/runs/" + run.path("id").asString());
        client.put(project + "/plan", "{}");

        JsonNode later = client.get(made.header("Location")).json();

        assertThat(later.path("state").asString()).isEqualTo("queued");
        assertThat(later.path("name").asString()).isEqualTo("Slow");
        JsonNode provenance = later.path("provenance");
        assertThat(provenance.path("seed").asLong()).isEqualTo(7);
        assertThat(provenance.path("plan").path("learningRate").asDouble()).isEqualTo(0.01);
        assertThat(provenance.path("plan").path("dataset").asString()).isEqualTo("xor");
        assertThat(provenance.path("design").path("layers").isEmpty()).isFalse();
        assertThat(provenance.path("queuedBy").asString()).isEqualTo("Ada");
    }

    @Test
    void needsNoBodyToTrain() {
        Answer made = client.post(project() + "/runs", "");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("name").asString()).isEqualTo("Run 1");
    }

    @Test
    void refusesToTrainWhatIsNotSoundWithEveryProblem() {
        String project = project();
        Answer refused = client.post(project + "/runs", "{\"batchSize\": -1, \"speed\": 3}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().path("problems").size()).isEqualTo(2);
        assertThat(client.post(project + "/runs", "{\"dataset\": \"iris\"}")
                        .json()
                        .path("problems")
                        .toString())
                .contains("input-shape");
    }

    @Test
    void steersARun() {
        UUID queued = RunAtWork.queued(server);
        assertThat(client.post("/api/v1/runs/" + queued + "/pause", "").status())
                .isEqualTo(409);
        assertThat(client.post("/api/v1/runs/" + queued + "/stop", "")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("stopped");
        Answer twice = client.post("/api/v1/runs/" + queued + "/stop", "");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.json().path("code").asString()).isEqualTo("wrong-state");

        RunAtWork working = RunAtWork.begin(server);
        assertThat(client.post("/api/v1/runs/" + working.id() + "/pause", "")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("pausing");
        assertThat(client.post("/api/v1/runs/" + working.id() + "/stop", "")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("stopping");
    }

    @Test
    void tellsProgressAndResults() {
        RunAtWork run = RunAtWork.begin(server);
        run.loss(1, 4);
        JsonNode running = run(run.id());
        assertThat(running.path("state").asString()).isEqualTo("running");
        assertThat(running.path("progress").path("iteration").asLong()).isEqualTo(4);
        assertThat(running.path("figures").path("trainLoss").asDouble()).isEqualTo(0.25);
        assertThat(client.get("/api/v1/runs/" + run.id() + "/evaluation").status())
                .isEqualTo(409);
        assertThat(client.get("/api/v1/runs/" + run.id() + "/export").status()).isEqualTo(409);

        run.finish();

        JsonNode finished = run(run.id());
        assertThat(finished.path("state").asString()).isEqualTo("finished");
        assertThat(finished.path("model").asBoolean()).isTrue();
        assertThat(finished.path("evaluation").path("accuracy").asDouble()).isEqualTo(0.75);
        assertThat(finished.path("evaluation").has("confusion")).isFalse();
        JsonNode evaluation = client.get("/api/v1/runs/" + run.id() + "/evaluation?split=test")
                .json();
        assertThat(evaluation.path("confusion").toString()).isEqualTo("[[2,0],[1,1]]");
        assertThat(client.get("/api/v1/runs/" + run.id() + "/evaluation?split=train")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void listsFiltersSortsAndPages() {
        String project = project();
        String id = project.substring(project.lastIndexOf('/') + 1);
        for (String name : List.of("b", "a", "c")) {
            client.post(project + "/runs", "{\"name\": \"" + name + "\"}");
        }
        String table = "/api/v1/workspaces/" + server.workspace() + "/runs?project=" + id;

        JsonNode first = client.get(table + "&sort=name&order=asc&size=2").json();
        JsonNode second =
                client.get(table + "&sort=name&order=asc&size=2&page=1").json();

        assertThat(first.path("total").asLong()).isEqualTo(3);
        assertThat(first.path("runs").get(0).path("name").asString()).isEqualTo("a");
        assertThat(first.path("runs").get(1).path("name").asString()).isEqualTo("b");
        assertThat(second.path("runs").get(0).path("name").asString()).isEqualTo("c");
        assertThat(client.get(table + "&state=running").json().path("total").asLong())
                .isZero();
        assertThat(client.get(table + "&text=C").json().path("total").asLong()).isEqualTo(1);
        assertThat(client.get(table + "&state=happy").status()).isEqualTo(400);
        assertThat(client.get(table + "&sort=price").status()).isEqualTo(400);
        assertThat(client.get(table + "&size=0").status()).isEqualTo(400);
        assertThat(client.get(table + "&page=x").status()).isEqualTo(400);
    }

    @Test
    void givesExactPointsOrBuckets() {
        RunAtWork run = RunAtWork.begin(server);
        run.loss(1, 100);
        run.append(List.of(new OwnedRun.NewPoint(Series.VALIDATION_LOSS, 100, 1, Double.NaN)), 100);
        String metrics = "/api/v1/runs/" + run.id() + "/metrics";

        JsonNode names = client.get(metrics).json();
        assertThat(names.path("sequence").asLong()).isEqualTo(101);
        assertThat(names.path("series").get(0).toString()).isEqualTo("{\"name\":\"train.loss\",\"count\":100}");
        JsonNode exact =
                client.get(metrics + "?series=train.loss&from=2&to=4&buckets=3").json();
        assertThat(exact.path("series").asString()).isEqualTo("train.loss");
        assertThat(exact.path("points").get(0).toString()).isEqualTo("[2,1,0.5]");
        assertThat(exact.path("points").size()).isEqualTo(3);
        assertThat(exact.has("buckets")).isFalse();
        JsonNode buckets = client.get(metrics + "?series=train.loss&buckets=10").json();
        assertThat(buckets.path("buckets").size()).isEqualTo(10);
        assertThat(buckets.path("buckets").get(0).get(3).asDouble()).isEqualTo(1);
        assertThat(buckets.has("points")).isFalse();
        assertThat(client.get(metrics + "?series=validation.loss")
                        .json()
                        .path("points")
                        .toString())
                .isEqualTo("[[100,1,\"NaN\"]]");
        assertThat(client.get(metrics + "?series=nonsense").status()).isEqualTo(400);
        assertThat(client.get(metrics + "?series=train.loss&buckets=0").status())
                .isEqualTo(400);
    }

    @Test
    void marksRestartsInTheCurve() {
        RunAtWork run = RunAtWork.begin(server);
        run.loss(1, 10);
        run.restartAfter(6);
        run.loss(7, 8);
        JsonNode curve = client.get("/api/v1/runs/" + run.id() + "/metrics?series=train.loss")
                .json();
        assertThat(curve.path("restarts").toString()).isEqualTo("[6]");
        assertThat(curve.path("points").size()).isEqualTo(8);
        assertThat(curve.path("sequence").asLong()).isEqualTo(13);
    }

    @Test
    void handsOutTheModelAloneOrWithItsStory() throws IOException {
        RunAtWork run = RunAtWork.begin(server);
        run.loss(1, 3);
        run.finish();
        String export = "/api/v1/runs/" + run.id() + "/export";

        Answer model = client.get(export + "?format=dl4j");
        assertThat(model.text()).isEqualTo("the model");
        assertThat(model.header("Content-Disposition")).isEqualTo("attachment; filename=\"netloom-run-1.zip\"");
        assertThat(model.header("Content-Length")).isEqualTo("9");
        Map<String, String> bundle =
                unzip(client.get(export + "?format=bundle").response().body());
        assertThat(bundle)
                .containsOnlyKeys(
                        "README.txt", "design.json", "plan.json", "provenance.json", "metrics.csv", "model.zip")
                .containsEntry("model.zip", "the model");
        assertThat(bundle.get("metrics.csv"))
                .isEqualTo("sequence,series,iteration,epoch,value\n1,train.loss,1,1,1.0\n2,train.loss,2,1,0.5\n"
                        + "3,train.loss,3,1,0.3333333333333333\n");
        assertThat(bundle.get("provenance.json")).contains("\"seed\"");
        Answer unknown = client.get(export + "?format=onnx");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("expected").asString()).contains("dl4j", "bundle");
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
