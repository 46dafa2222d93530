package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.netloom.ApiClient;
import org.netloom.process.RunningNetloom;

/** What is served as a file, not as a page: nobody's browser or spreadsheet takes it for more. */
final class FileTour {

    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|\r\n)");

    private final RunningNetloom netloom;
    private final ApiClient api;
    private final PoisonedPlace place;

    FileTour(RunningNetloom netloom, ApiClient api, PoisonedPlace place) {
        this.netloom = netloom;
        this.api = api;
        this.place = place;
    }

    void everything() {
        for (String path : List.of(
                "/api/v1/account",
                "/api/v1/workspaces",
                "/api/v1/workspaces/" + place.workspace + "/projects",
                "/api/v1/workspaces/" + place.workspace + "/runs",
                "/api/v1/workspaces/" + place.workspace + "/members",
                "/api/v1/workspaces/" + place.workspace + "/activity",
                "/api/v1/workspaces/" + place.workspace + "/audit",
                "/api/v1/projects/" + place.sketch + "/design",
                "/api/v1/projects/" + place.sketch + "/check",
                "/api/v1/projects/" + place.net + "/comments",
                "/api/v1/runs/" + place.run,
                "/api/v1/runs/" + place.run + "/notes",
                "/api/v1/runs/" + place.run + "/metrics",
                "/api/v1/runs/" + place.failed)) {
            HttpResponse<byte[]> answer = api.bytes(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(type(answer.headers())).as(path).isEqualTo("application/json");
            isNoPage(path, answer.headers());
        }
        download("/api/v1/runs/" + place.run + "/export?format=dl4j", "application/zip");
        download("/api/v1/runs/" + place.run + "/export?format=bundle", "application/zip");
        table();
        refusal();
    }

    private static String type(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    private static void isNoPage(String path, HttpHeaders headers) {
        assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .as(path)
                .contains("default-src 'none'", "sandbox");
    }

    private String download(String path, String type) {
        HttpResponse<byte[]> answer = api.bytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(type(answer.headers())).as(path).isEqualTo(type);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .as(path)
                .matches("attachment; filename=\"[a-z0-9-]+\\.(zip|csv)\"");
        isNoPage(path, answer.headers());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A spreadsheet takes no cell for a formula, and every name is in one cell, whole. */
    private void table() {
        String csv = download("/api/v1/workspaces/" + place.workspace + "/audit.csv", "text/csv");
        List<String> cells = CELL.matcher(csv)
                .results()
                .map(cell -> cell.group(1).replace("\"\"", "\""))
                .toList();
        assertThat(CELL.matcher(csv).replaceAll("")).isEmpty();
        assertThat(cells)
                .contains("'" + PoisonedPlace.GUEST, "'" + PoisonedPlace.DELETED, PoisonedPlace.OWNER)
                .noneMatch(cell -> cell.matches("(?s)[\\s\\u00A0\\uFEFF]*[=+\\-@\\t\\r\\n＝＋－＠].*"));
    }

    private void refusal() {
        HttpResponse<String> answer = netloom.get("/api/v1/projects/%3Csvg%20onload=pwn()%3E", "Accept", "text/html");
        assertThat(type(answer.headers())).isEqualTo("application/problem+json");
        isNoPage("a refusal", answer.headers());
    }
}
