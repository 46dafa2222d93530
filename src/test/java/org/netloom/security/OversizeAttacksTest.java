package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netloom.format.Json;
import org.netloom.security.Calls.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** More than fits, wherever something can be written. */
class OversizeAttacksTest {

    private final Target target = Target.shared();
    private final Belongings adas = new Belongings(target, target.ada, target.project, target.run);
    private final List<Call> writing =
            Calls.of(target).stream().filter(Call::hasBody).toList();
    private final Map<String, String> before = target.state();

    @AfterEach
    void nothingHasChanged() {
        assertThat(target.state()).isEqualTo(before);
    }

    private Raw.Answer send(Call call, String body) {
        String authorization =
                call.path().equals("/api/v1/tokens") ? "Basic " + target.ada.basic() : "Bearer " + target.ada.token;
        return Raw.send(
                target.server.port(),
                body,
                call.verb() + " " + call.at(adas.ids()) + " HTTP/1.1",
                "Authorization: " + authorization,
                "Content-Type: application/json",
                "If-Match: *");
    }

    @Test
    void everyTextHasALimitAndTheAnswerNamesIt() {
        List<String> wrong = new ArrayList<>();
        int texts = 0;
        for (Call call : writing) {
            for (String name : call.object(adas.ids()).propertyNames()) {
                for (int length : new int[] {25_000, 1_500_000}) {
                    ObjectNode body = call.object(adas.ids());
                    JsonNode member = body.path(name);
                    if (member.isString()) {
                        body.put(name, "n".repeat(length));
                    } else if (member.isArray() && name.equals("tags")) {
                        body.putArray(name).add("n".repeat(length));
                    } else {
                        continue;
                    }
                    texts++;
                    Raw.Answer answer = send(call, Json.write(body));
                    if (answer.status() < 400
                            || answer.status() > 422
                            || !answer.body().contains("\"fix\"")
                            || answer.body().length() > 4000) {
                        wrong.add(call + " " + name + " of " + length + ": " + answer.status() + " "
                                + answer.body()
                                        .substring(
                                                0, Math.min(300, answer.body().length())));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(texts).isGreaterThan(40);
    }

    @Test
    void theLimitIsInTheAnswer() {
        String long1 = "n".repeat(25_000);
        String project = "/api/v1/projects/" + target.project;
        for (String[] attack : new String[][] {
            {"PATCH", "/api/v1/account", "name", "200"},
            {"POST", "/api/v1/account/password", "newPassword", "72"},
            {"POST", "/api/v1/workspaces", "name", "100"},
            {"PATCH", "/api/v1/workspaces/" + target.ada.workspace, "name", "100"},
            {"POST", "/api/v1/workspaces/" + target.ada.workspace + "/projects", "name", "100"},
            {"PATCH", project, "name", "100"},
            {"POST", project + "/runs", "name", "100"},
            {"POST", project + "/comments", "text", "4000"},
            {"POST", "/api/v1/runs/" + target.run + "/comments", "text", "4000"},
            {"PATCH", "/api/v1/comments/" + adas.id("comment"), "text", "4000"},
            {"PUT", project + "/notes", "text", "20000"},
            {"PUT", "/api/v1/runs/" + target.run + "/notes", "text", "20000"}
        }) {
            ObjectNode body = Json.object().put(attack[2], long1);
            if (attack[2].equals("newPassword")) {
                body.put("oldPassword", target.ada.password);
            }
            Raw.Answer answer = target.call(target.ada, attack[0], attack[1], Json.write(body), "If-Match: *");
            assertThat(answer.status()).as(attack[1] + answer.body()).isIn(400, 422);
            assertThat(answer.body())
                    .as(attack[1])
                    .contains(attack[3])
                    .doesNotContain("nnnnnnnnnnnnnnnnnnnn".repeat(20));
        }
        for (String subject : List.of(project, "/api/v1/runs/" + target.run)) {
            Raw.Answer word = target.call(target.ada, "PUT", subject + "/tags", "{\"tags\": [\"" + long1 + "\"]}");
            assertThat(word.body()).contains("at most 30");
            String many =
                    IntStream.range(0, 5000).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));
            Raw.Answer words = target.call(target.ada, "PUT", subject + "/tags", "{\"tags\": [" + many + "]}");
            assertThat(words.status()).isEqualTo(422);
            assertThat(words.body()).contains("at most 20");
        }
    }

    @Test
    void everyBodyHasALimitWhetherItSaysItsLengthOrNot() {
        List<String> wrong = new ArrayList<>();
        for (Call call : writing) {
            for (String length : List.of("Content-Length: 900000000000", "Content-Length: 20000001")) {
                String authorization = call.path().equals("/api/v1/tokens")
                        ? "Basic " + target.ada.basic()
                        : "Bearer " + target.ada.token;
                Raw.Answer answer = Raw.send(
                        target.server.port(),
                        "{",
                        call.verb() + " " + call.at(adas.ids()) + " HTTP/1.1",
                        "Authorization: " + authorization,
                        "Content-Type: application/json",
                        "If-Match: *",
                        length);
                if (answer.status() != 413 || !answer.body().contains("20 MB")) {
                    wrong.add(call + " " + length + ": " + answer.status() + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
        String chunk = Integer.toHexString(1_000_000) + "\r\n" + "x".repeat(1_000_000) + "\r\n";
        Raw.Answer chunked = Raw.write(
                target.server.port(),
                "PUT /api/v1/projects/" + target.project
                        + "/design HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + target.ada.token
                        + "\r\nContent-Type: application/json\r\nIf-Match: *\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(20) + "1\r\nx\r\n");
        assertThat(chunked.status()).isEqualTo(413);
    }

    @Test
    void pagesTakeNoLargeBodiesEither() {
        String cookie = "Cookie: " + target.session(target.ada);
        for (String line : List.of("POST /login", "POST /?v-r=uidl&v-uiId=0", "POST /logout", "POST /no/such")) {
            Raw.Answer answer = Raw.send(
                    target.server.port(),
                    "username=",
                    line + " HTTP/1.1",
                    cookie,
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 900000000000");
            assertThat(answer.status()).as(line).isEqualTo(413);
        }
    }

    @Test
    void noQueryIsTooMuchForACall() {
        List<String> wrong = new ArrayList<>();
        for (Call call : Calls.of(target)) {
            if (!call.verb().equals("GET")) {
                continue;
            }
            for (String query : call.queries()) {
                for (String value : List.of(
                        "n".repeat(5000),
                        "-1",
                        "99999999999999999999",
                        "2147483647",
                        "-9223372036854775808",
                        "1e309",
                        "NaN",
                        "%00",
                        "%27%20or%201=1--",
                        "%25%25_%5C",
                        "%ED%A0%80",
                        "(((((((((((((((((((((((((((a+)+)+)+$",
                        "[]")) {
                    Raw.Answer answer =
                            target.call(target.ada, "GET", call.at(adas.ids()) + "?" + query + "=" + value, "");
                    if (answer.status() >= 500 || answer.status() == 0) {
                        wrong.add(call + "?" + query + "=" + value + ": " + answer.text());
                    }
                }
            }
            String doubled = call.queries().stream()
                    .flatMap(query -> Stream.of(query + "=1", query + "=2"))
                    .collect(Collectors.joining("&"));
            if (target.call(target.ada, "GET", call.at(adas.ids()) + "?" + doubled, "")
                            .status()
                    >= 500) {
                wrong.add(call + "?" + doubled);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
