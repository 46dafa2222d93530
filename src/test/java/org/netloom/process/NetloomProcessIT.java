package org.netloom.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One standalone Netloom, as a person would start it. */
class NetloomProcessIT {

    @TempDir
    static Path folder;

    private static RunningNetloom netloom;

    @BeforeAll
    static void start() {
        netloom = RunningNetloom.standalone(folder.resolve("home"));
    }

    @AfterAll
    static void stop() {
        netloom.close();
    }

    @Test
    void readsOutNothingToStrangers() {
        for (String path : new String[] {"/api/v1/system", "/v3/api-docs", "/ws/runs/1", "/api/v1/unknown"}) {
            HttpResponse<String> answer = netloom.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"fix\"");
        }
        for (String path : new String[] {"/", "/system", "/runs", "/projects/1"}) {
            assertThat(netloom.get(path).headers().firstValue("location").orElse(""))
                    .as(path)
                    .endsWith("/login");
        }
    }

    @Test
    void knowsATokenAndNoOther() {
        String token = netloom.token();

        assertThat(netloom.get("/api/v1/unknown", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(404);
        assertThat(netloom.get("/api/v1/unknown", "Authorization", "Bearer " + token + "x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesNoPasswordAnywhereElse() {
        String basic = "Basic YWRhQGV4YW1wbGUub3JnOmNvcnJlY3QgaG9yc2UgYmF0dGVyeQ==";

        assertThat(netloom.get("/api/v1/system", "Authorization", basic).statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesWritesWithoutToken() {
        HttpResponse<String> answer =
                RunningNetloom.send(HttpRequest.newBuilder(URI.create(netloom.url() + "/api/v1/workspaces"))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void sendsSecureHeadersAndCookies() {
        HttpResponse<String> login = netloom.get("/login");

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(login.headers().firstValue("x-frame-options")).contains("DENY");
        assertThat(login.headers().allValues("set-cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void neverLoadsTheEngineIntoTheWebRole() throws IOException {
        RunningNetloom.await(
                "the trainer to load the engine",
                () -> ProcessHandle.of(netloom.pid())
                        .orElseThrow()
                        .descendants()
                        .anyMatch(process -> mapped(process.pid()).contains("libnd4jcpu")));

        assertThat(mapped(netloom.pid())).contains("libjvm").doesNotContain("libnd4jcpu", "libjnind4jcpu");
    }

    @Test
    void startsAKilledWorkerAgain() {
        RunningNetloom.await("the worker", () -> netloom.worker().isPresent());
        ProcessHandle first = netloom.worker().orElseThrow();

        first.destroyForcibly();

        RunningNetloom.await(
                "another worker",
                () -> netloom.worker()
                        .filter(worker -> worker.pid() != first.pid())
                        .isPresent());
    }

    @Test
    void refusesASecondOnTheSameHome() {
        try (RunningNetloom second =
                RunningNetloom.start("standalone", netloom.home(), RunningNetloom.freePort(), Map.of())) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.log()).contains("Another Netloom is running on").doesNotContain("\tat ");
        }
    }

    @Test
    void tellsWhichPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0);
                RunningNetloom second =
                        RunningNetloom.start("standalone", folder.resolve("other"), other.getLocalPort(), Map.of())) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.log())
                    .contains("Port " + other.getLocalPort() + " is already in use")
                    .doesNotContain("\tat ");
        }
    }

    private static String mapped(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "maps"));
        } catch (IOException alreadyGone) {
            return "";
        }
    }
}
