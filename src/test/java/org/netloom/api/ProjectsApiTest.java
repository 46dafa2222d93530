package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.netloom.api.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

class ProjectsApiTest {

    private static final String DESIGN = """
            {"layers": [{"id": "in", "type": "input", "parameters": {"shape": [4]}},
                        {"id": "hidden", "type": "dense", "parameters": {"units": 8}},
                        {"id": "out", "type": "output", "parameters": {"units": 3, "activation": "softmax"}}],
             "wires": [{"from": "in", "to": "hidden"}, {"from": "hidden", "to": "out"}]}
            """;

    private final ApiServer server = ApiServer.shared();
    private final ApiClient client = server.client();

    private String create(String body) {
        Answer made = client.post("/api/v1/workspaces/" + server.workspace() + "/projects", body);
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(made.header("Location")).isEqualTo("/api/v1/projects/" + id);
        return "/api/v1/projects/" + id;
    }

    @Test
    void makesRenamesAndPutsAwayAProject() {
        String project = create("{\"name\": \"Mine\"}");
        assertThat(client.send("PATCH", project, "{\"name\": \"Ours\"}")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Ours");
        assertThat(client.get("/api/v1/workspaces/" + server.workspace() + "/projects")
                        .text())
                .contains("\"Ours\"");
        assertThat(client.send("PATCH", project, "{}").status()).isEqualTo(422);
        assertThat(client.send("DELETE", project, "").status()).isEqualTo(204);
        assertThat(client.get(project).status()).isEqualTo(404);
        assertThat(client.get("/api/v1/workspaces/" + server.workspace() + "/projects")
                        .text())
                .doesNotContain("\"Ours\"");
    }

    @Test
    void refusesATemplateThatIsNotThere() {
        Answer refused =
                client.post("/api/v1/workspaces/" + server.workspace() + "/projects", "{\"template\": \"nonsense\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("expected").asString()).contains("xor-2-2-1");
    }

    @Test
    void everyTemplateMakesAProjectThatIsSound() {
        for (JsonNode template : client.get("/api/v1/templates").json()) {
            String project = create("{\"template\": \"" + template.path("id").asString() + "\"}");
            JsonNode check = client.get(project + "/check").json();
            assertThat(check.path("sound").asBoolean()).as(check.toString()).isTrue();
            assertThat(client.get(project + "/design").json()).isEqualTo(template.path("design"));
            assertThat(client.get(project + "/plan").json()).isEqualTo(template.path("plan"));
        }
    }

    @Test
    void aDesignWithBlocksIsKeptAndChecked() {
        String project = create("{\"name\": \"Blocks\"}");
        String design = """
                {"layers": [{"id": "in", "type": "input", "parameters": {"shape": [4]}},
                            {"id": "pair1", "type": "block:pair", "parameters": {"units": 5, "repeat": 3}},
                            {"id": "out", "type": "output", "parameters": {"units": 3, "activation": "softmax"}}],
                 "wires": [{"from": "in", "to": "pair1"}, {"from": "pair1", "to": "out"}],
                 "blocks": [{"id": "pair", "name": "Pair",
                             "exposed": [{"name": "units", "label": "Units",
                                          "targets": [{"layer": "b", "parameter": "units"}]}],
                             "layers": [{"id": "in1", "type": "block-input"}, {"id": "a", "type": "dense"},
                                        {"id": "b", "type": "dense"}, {"id": "out1", "type": "block-output"}],
                             "wires": [{"from": "in1", "to": "a"}, {"from": "a", "to": "b"}, {"from": "b", "to": "out1"}]}]}
                """;

        assertThat(client.put(project + "/design", design, "If-Match", "\"1\"").status())
                .isEqualTo(200);

        JsonNode stored = client.get(project + "/design").json();
        assertThat(stored.path("blocks")
                        .path(0)
                        .path("exposed")
                        .path(0)
                        .path("label")
                        .asString())
                .isEqualTo("Units");
        JsonNode check = client.get(project + "/check").json();
        long first = 4 * 64 + 64 + 64 * 5 + 5;
        long more = 5 * 64 + 64 + 64 * 5 + 5;
        assertThat(check.path("parameters").asLong()).isEqualTo(first + 2 * more + 5 * 3 + 3);
        assertThat(check.path("layers").size()).isEqualTo(3);
    }

    @Test
    void replacesADesignOnlyFromItsNewestRevision() {
        String project = create("{\"name\": \"Iris\"}");
        Answer before = client.get(project + "/design");
        assertThat(before.header("ETag")).isEqualTo("\"1\"");
        assertThat(client.put(project + "/design", DESIGN).status()).isEqualTo(428);

        Answer stored = client.put(project + "/design", DESIGN, "If-Match", before.header("ETag"));

        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.header("ETag")).isEqualTo("\"2\"");
        assertThat(client.get(project + "/design").json()).isEqualTo(stored.json());
        assertThat(client.get(project + "/design", "If-None-Match", "\"2\"").status())
                .isEqualTo(304);
        Answer stale = client.put(project + "/design", DESIGN, "If-Match", "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("code").asString()).isEqualTo("stale-revision");
        assertThat(client.get(project + "/design").header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void checksShapesCountsAndProblems() {
        String project = create("{\"name\": \"Iris\"}");
        client.put(project + "/design", DESIGN, "If-Match", "\"1\"");
        client.put(project + "/plan", "{\"dataset\": \"iris\"}");

        JsonNode check = client.get(project + "/check").json();

        assertThat(check.path("sound").asBoolean()).isTrue();
        assertThat(check.path("parameters").asLong()).isEqualTo(5 * 8 + 9 * 3);
        assertThat(check.path("layers").get(1).path("id").asString()).isEqualTo("hidden");
        assertThat(check.path("layers").get(1).path("output").toString()).isEqualTo("[8]");
        assertThat(check.path("layers").get(1).path("parameters").asLong()).isEqualTo(40);
        assertThat(check.path("cost").path("bytes").asLong()).isPositive();

        client.put(project + "/design", DESIGN.replace("[4]", "[5]"), "If-Match", "\"2\"");
        JsonNode wrong = client.get(project + "/check").json();
        assertThat(wrong.path("sound").asBoolean()).isFalse();
        assertThat(wrong.path("problems").get(0).path("layer").asString()).isEqualTo("in");
        assertThat(wrong.path("problems")
                        .get(0)
                        .path("repairs")
                        .get(0)
                        .path("edit")
                        .path("kind")
                        .asString())
                .isEqualTo("set-parameter");
    }

    @Test
    void refusesADocumentThatCannotBeRead() {
        String project = create("{\"name\": \"Broken\"}") + "/design";
        assertThat(client.put(project, "{\"layers\": [", "If-Match", "\"1\"").status())
                .isEqualTo(400);
        assertThat(client.put(project, "{\"layers\": 1}", "If-Match", "\"1\"").status())
                .isEqualTo(400);
        assertThat(client.get(project).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void givesThePlanWithAllItsDefaults() {
        String project = create("{\"name\": \"Plan\"}");
        JsonNode plan = client.get(project + "/plan").json();
        assertThat(plan.path("optimizer").asString()).isEqualTo("adam");
        assertThat(plan.path("learningRate").asDouble()).isEqualTo(0.001);
        assertThat(plan.path("batchSize").asInt()).isEqualTo(64);
        assertThat(plan.path("validateEvery").isNull()).isTrue();
        assertThat(plan.size())
                .isEqualTo(client.get("/api/v1/plan-settings").json().size());

        JsonNode changed =
                client.put(project + "/plan", "{\"optimizer\": \"sgd\"}").json();

        assertThat(changed.path("learningRate").asDouble()).isEqualTo(0.1);
        assertThat(client.put(project + "/plan", changed.toString()).json()).isEqualTo(changed);
        assertThat(client.get(project + "/plan").json()).isEqualTo(changed);
    }

    @Test
    void refusesAPlanWithWrongSettingsAndKeepsTheOldOne() {
        String project = create("{\"name\": \"Plan\"}");
        Answer refused = client.put(project + "/plan", "{\"batchSize\": 0, \"epoch\": 3}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("problems").size()).isEqualTo(2);
        assertThat(refused.json().path("problems").get(0).path("parameter").asString())
                .isEqualTo("batchSize");
        assertThat(client.get(project + "/plan").json().path("batchSize").asInt())
                .isEqualTo(64);
    }
}
