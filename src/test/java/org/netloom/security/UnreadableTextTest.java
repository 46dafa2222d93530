package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netloom.format.Json;
import org.netloom.security.Calls.Call;
import tools.jackson.databind.node.ObjectNode;

/** Characters that databases refuse and halves of characters, wherever text is taken. */
class UnreadableTextTest {

    private static final String MARK = "nnnMARKnnn";

    private final Target target = Target.shared();
    private final int port = target.server.port();
    private final Belongings adas = new Belongings(target, target.ada, target.project, target.run);
    private final Map<String, String> before = target.state();

    @AfterEach
    void nothingHasChanged() {
        assertThat(target.state()).isEqualTo(before);
    }

    @Test
    void inBodies() {
        List<String> wrong = new ArrayList<>();
        for (Call call : Calls.of(target)) {
            if (!call.hasBody()) {
                continue;
            }
            for (String name : call.object(adas.ids()).propertyNames()) {
                for (String unreadable : List.of("\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800")) {
                    ObjectNode body = call.object(adas.ids());
                    body.put(name, MARK);
                    check(call, Json.write(body).replace(MARK, unreadable), wrong);
                    check(call, "{\"" + unreadable + "\": 1}", wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void check(Call call, String body, List<String> wrong) {
        Raw.Answer answer = Raw.send(
                port,
                body,
                call.verb() + " " + call.at(adas.ids()) + " HTTP/1.0",
                "Authorization: "
                        + (call.path().equals("/api/v1/tokens")
                                ? "Basic " + target.ada.basic()
                                : "Bearer " + target.ada.token),
                "Content-Type: application/json",
                "If-Match: *");
        if (answer.status() != 400 || !answer.body().contains("\"fix\"")) {
            wrong.add(call + " " + body + ": " + answer.status() + " " + answer.body());
        }
    }

    @Test
    void inAddresses() {
        for (String query : List.of("%00", "a=%00", "a=%ED%A0%80", "%C0%AE", "a=%", "a=%2", "a=%GG", "a=%FF")) {
            for (String path : List.of(
                    "/login",
                    "/runs",
                    "/",
                    "/shared/none",
                    "/api/v1/account",
                    "/api/v1/runs/" + target.run + "/metrics",
                    "/ws/runs/" + target.run,
                    "/v3/api-docs",
                    "/no/such")) {
                Raw.Answer answer = target.call(target.ada, "GET", path + "?" + query, "");
                assertThat(answer.status()).as(path + "?" + query).isEqualTo(400);
                assertThat(answer.body()).as(path + "?" + query).contains("bad-query", "\"fix\"");
            }
        }
        assertThat(target.call(target.ada, "GET", "/api/v1/account?a=%C3%BC&b=100%25", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whereSomebodySignsIn() {
        for (String name : List.of("%00", "a%00b@example.org", "%ED%A0%80", "%F0%9F")) {
            Target.Visit visit = target.visit();
            Raw.Answer answer = Raw.send(
                    port,
                    "username=" + name + "&password=" + name + "&_csrf=" + visit.csrf(),
                    "POST /login HTTP/1.0",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Cookie: " + visit.cookie());
            assertThat(answer.status()).as(name).isIn(302, 400, 403);
        }
        for (String pair : List.of(
                "\u0000:x", "a\u0000b@example.org:\u0000", ":", "", "x", "x".repeat(3000) + ":" + "y".repeat(3000))) {
            String word = java.util.Base64.getEncoder()
                    .encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(Raw.send(port, "", "POST /api/v1/tokens HTTP/1.0", "Authorization: Basic " + word)
                            .status())
                    .as(pair.substring(0, Math.min(20, pair.length())))
                    .isIn(400, 401);
        }
        for (String token : List.of("\u0001", "netloom_", "%00", "x".repeat(10_000), "'; drop table run; --")) {
            assertThat(Raw.send(port, "", "GET /api/v1/account HTTP/1.0", "Authorization: Bearer " + token)
                            .status())
                    .isIn(400, 401);
        }
        target.server.database().jdbc().sql("delete from guess").update();
    }

    @Test
    void formsThatNobodyAskedForAreNotRead() {
        String chunk = Integer.toHexString(1_000_000) + "\r\n" + "x".repeat(1_000_000) + "\r\n";
        for (String line : List.of("PUT /api/v1/projects/none/design", "PATCH /login", "DELETE /", "PUT /runs")) {
            long start = System.nanoTime();
            Raw.Answer answer = Raw.write(
                    port,
                    line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + chunk.repeat(30) + "0\r\n\r\n");
            assertThat(answer.status()).as(line).isIn(200, 302, 401, 403, 405, 413);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
        assertThat(target.server.context().getBeansOfType(org.springframework.web.filter.FormContentFilter.class))
                .isEmpty();
    }
}
