package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.netloom.api.ApiClient.Answer;
import tools.jackson.databind.JsonNode;

class ProblemsApiTest {

    private final ApiServer server = ApiServer.shared();
    private final ApiClient client = server.client();

    private static JsonNode problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        for (String member : new String[] {"title", "detail", "what", "expected", "fix", "code"}) {
            assertThat(problem.path(member).asString("")).as(member).isNotBlank();
        }
        assertThat(answer.text()).doesNotContain("Exception", "at org.");
        return problem;
    }

    @Test
    void everyRefusalIsAProblemDocument() {
        String projects = "/api/v1/workspaces/" + server.workspace() + "/projects";
        assertThat(problem(client.get("/api/v1/runs/no-id"), 400)
                        .path("expected")
                        .asString())
                .contains("UUID");
        problem(client.get("/api/v1/runs/123e4567-e89b-12d3-a456-426614174000"), 404);
        problem(client.get("/api/v1/nothing/here"), 404);
        problem(client.send("DELETE", "/api/v1/system", ""), 405);
        problem(client.post(projects, "{\"name\": "), 400);
        problem(client.post(projects, "[1]"), 400);
        problem(client.post(projects, "{\"name\": 3}"), 400);
        problem(client.post(projects, "{\"title\": \"x\"}"), 400);
        problem(client.post(projects, "{\"name\": \"" + "x".repeat(200) + "\"}"), 422);
        problem(client.post(projects, "[".repeat(10_000)), 400);
        problem(client.get("/api/v1/datasets/nonsense"), 404);
        problem(client.get("/api/v1/datasets/iris/preview?rows=many"), 400);
        problem(server.with("").get("/api/v1/system"), 401);
        problem(server.with("nonsense").get("/api/v1/system"), 401);
    }

    @Test
    void endsABodyThatIsTooLarge() {
        problem(client.post("/api/v1/workspaces/" + server.workspace() + "/projects", "x".repeat(20_000_001)), 413);
    }

    @Test
    void showsDatasets() {
        assertThat(client.get("/api/v1/workspaces/" + server.workspace() + "/datasets")
                        .text())
                .contains("\"iris\"", "\"mnist\"");
        assertThat(client.get("/api/v1/datasets/iris")
                        .json()
                        .path("targetNames")
                        .size())
                .isEqualTo(3);
        JsonNode preview = client.get("/api/v1/datasets/iris/preview?rows=2").json();
        assertThat(preview.path("rows").size()).isEqualTo(2);
        assertThat(preview.path("rows").get(0).path("features").size()).isEqualTo(4);
        assertThat(preview.path("histogram").toString()).isEqualTo("[50,50,50]");
    }
}
