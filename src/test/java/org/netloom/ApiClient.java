package org.netloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.netloom.process.RunningNetloom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses Netloom over its HTTP API. */
public final class ApiClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> ENDS = Set.of("finished", "stopped", "failed");

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningNetloom netloom;
    private final String token;

    public ApiClient(RunningNetloom netloom) {
        this(netloom, RunningNetloom.EMAIL);
    }

    /** As another account. */
    public ApiClient(RunningNetloom netloom, String email) {
        this.netloom = netloom;
        this.token = netloom.token(email);
    }

    public HttpResponse<byte[]> bytes(String path) {
        return send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    public JsonNode post(String path, String body) {
        HttpResponse<String> answer = postAnyhow(path, body);
        assertThat(answer.statusCode()).as("POST %s: %s", path, answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    /** Any call, with a body or none; headers as name, value, name, value. */
    public JsonNode call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isBetween(200, 299);
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    public HttpResponse<String> postAnyhow(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The id of a new project made from a template. */
    public String project(String template) {
        JsonNode answer = get("/api/v1/workspaces");
        JsonNode workspaces = answer.isArray()
                ? answer
                : answer.properties().iterator().next().getValue();
        String workspace = workspaces.get(0).path("id").asString();
        return post(
                        "/api/v1/workspaces/" + workspace + "/projects",
                        "{\"name\": \"From " + template + "\", \"template\": \"" + template + "\"}")
                .path("id")
                .asString();
    }

    /** The id of a new run; {@code overrides} is a JSON object of plan settings. */
    public String run(String project, String overrides) {
        return post("/api/v1/projects/" + project + "/runs", overrides)
                .path("id")
                .asString();
    }

    public JsonNode untilEnded(String run, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode state = get("/api/v1/runs/" + run);
            if (ENDS.contains(state.path("state").asString())) {
                return state;
            }
            assertThat(System.nanoTime())
                    .as("still %s after %s", state, patience)
                    .isLessThan(deadline);
            pause();
        }
    }

    public JsonNode untilIteration(String run, long iteration, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode state = get("/api/v1/runs/" + run);
            if (state.path("progress").path("iteration").asLong(0) >= iteration) {
                return state;
            }
            assertThat(ENDS).as("%s", state).doesNotContain(state.path("state").asString());
            assertThat(System.nanoTime())
                    .as("still %s after %s", state, patience)
                    .isLessThan(deadline);
            pause();
        }
    }

    /** Points of a curve as {@code [iteration, epoch, value]}. */
    public JsonNode curve(String run, String series) {
        return get("/api/v1/runs/" + run + "/metrics?series=" + series).path("points");
    }

    public JsonNode evaluation(String run) {
        return get("/api/v1/runs/" + run + "/evaluation?split=test");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(netloom.url() + path)).header("Authorization", "Bearer " + token);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
