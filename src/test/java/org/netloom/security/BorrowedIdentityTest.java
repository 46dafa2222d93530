package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netloom.format.Json;
import org.netloom.security.Calls.Call;
import tools.jackson.databind.node.ObjectNode;

/** Who somebody is, and where, is never taken from what they send. */
class BorrowedIdentityTest {

    private final Target target = Target.shared();
    private final Belongings adas = new Belongings(target, target.ada, target.project, target.run);
    private final Map<String, String> before = target.state();

    /** What the rows behind are made of, in the ways that frameworks would bind it. */
    private final Map<String, String> members = Map.ofEntries(
            Map.entry("workspace", target.mallory.workspace.toString()),
            Map.entry("workspaceId", target.mallory.workspace.toString()),
            Map.entry("workspace_id", target.mallory.workspace.toString()),
            Map.entry("tenant", target.mallory.workspace.toString()),
            Map.entry("account", target.mallory.account.toString()),
            Map.entry("accountId", target.mallory.account.toString()),
            Map.entry("id", target.mallory.account.toString()),
            Map.entry("owner", target.mallory.account.toString()),
            Map.entry("person", target.mallory.account.toString()),
            Map.entry("who", "Mallory"),
            Map.entry("by", "Mallory"),
            Map.entry("createdBy", target.mallory.account.toString()),
            Map.entry("role", "owner"),
            Map.entry("scope", "write"),
            Map.entry("administrator", "true"),
            Map.entry("admin", "true"),
            Map.entry("personalOf", target.mallory.account.toString()),
            Map.entry("email", "mallory@example.org"),
            Map.entry("disabledAt", "2020-01-01T00:00:00Z"),
            Map.entry("expiresAt", "2999-01-01T00:00:00Z"),
            Map.entry("state", "finished"),
            Map.entry("revision", "99"),
            Map.entry("class", "java.lang.ProcessBuilder"),
            Map.entry("@class", "java.lang.ProcessBuilder"),
            Map.entry("@type", "java.lang.ProcessBuilder"),
            Map.entry("__proto__", "{}"),
            Map.entry("constructor.prototype.role", "owner"));

    @Test
    void whatABodySaysBeyondItsCallIsRefusedByName() {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Call call : Calls.of(target)) {
            if (!call.hasBody()) {
                continue;
            }
            calls++;
            for (Map.Entry<String, String> member : members.entrySet()) {
                ObjectNode body = call.object(adas.ids());
                if (body.has(member.getKey())) {
                    continue;
                }
                body.put(member.getKey(), member.getValue());
                Raw.Answer answer = call(call, Json.write(body));
                boolean legitimate = call.toString().endsWith("/tokens") && answer.status() == 401;
                if (!legitimate
                        && (answer.status() != 400 && answer.status() != 422
                                || !answer.body().contains(member.getKey())
                                || !answer.body().contains("\"fix\""))) {
                    wrong.add(call + " " + member.getKey() + ": " + answer.status() + " " + answer.body());
                }
            }
        }
        assertThat(calls).isGreaterThan(25);
        assertThat(wrong).isEmpty();
        assertThat(target.state()).isEqualTo(before);
    }

    private Raw.Answer call(Call call, String body) {
        return target.call(target.ada, call.verb(), call.at(adas.ids()), body, "If-Match: *");
    }

    @Test
    void headersAndQueriesMakeNobodySomebodyElse() {
        List<String> headers = new ArrayList<>();
        for (String name : List.of(
                "X-Account",
                "X-Account-Id",
                "X-User",
                "X-User-Id",
                "X-Forwarded-User",
                "X-Forwarded-Email",
                "X-Remote-User",
                "Remote-User",
                "X-Authenticated-User",
                "X-Workspace",
                "X-Tenant",
                "X-Role",
                "X-Admin",
                "SSL_CLIENT_S_DN",
                "X-SSL-Client-CN",
                "From")) {
            headers.add(name + ": " + target.ada.account);
            headers.add(name + ": " + target.ada.email);
        }
        headers.add("X-Original-URL: /api/v1/projects/" + target.project);
        headers.add("X-Rewrite-URL: /api/v1/projects/" + target.project);
        headers.add("X-HTTP-Method-Override: DELETE");
        headers.add("X-HTTP-Method: DELETE");
        headers.add("X-Method-Override: DELETE");
        String[] all = headers.toArray(String[]::new);
        String query =
                "?account=" + target.ada.account + "&user=" + target.ada.email + "&workspace=" + target.ada.workspace
                        + "&role=owner&administrator=true&_method=DELETE&access_token=" + target.mallory.token;

        String[] unknown = new ArrayList<>(headers) {
            {
                addFirst("GET /api/v1/account" + query + " HTTP/1.0");
            }
        }.toArray(String[]::new);
        assertThat(Raw.send(target.server.port(), "", unknown).status()).isEqualTo(401);

        Raw.Answer me = target.call(target.mallory, "GET", "/api/v1/account" + query, "", all);
        assertThat(Json.parseOwn(me.body()).path("account").asString("")).isEqualTo(target.mallory.account.toString());
        assertThat(Json.parseOwn(me.body()).path("administrator").asBoolean(true))
                .isFalse();
        assertThat(target.call(target.mallory, "GET", "/api/v1/workspaces" + query, "", all)
                        .body())
                .contains(target.mallory.workspace.toString())
                .doesNotContain(target.ada.workspace.toString());
        assertThat(target.call(target.mallory, "GET", "/api/v1/projects/" + target.project + query, "", all)
                        .status())
                .isEqualTo(404);
        assertThat(target.call(target.ada, "GET", "/api/v1/projects/" + target.project + query, "", all)
                        .status())
                .isEqualTo(200);
        assertThat(target.call(target.mallory, "GET", "/api/v1/accounts" + query, "", all)
                        .status())
                .isEqualTo(403);
        assertThat(target.state()).isEqualTo(before);
    }

    @Test
    void aTokenForReadingDoesNotGrowByAsking() {
        String basic = "Authorization: Basic " + target.ada.basic();
        String reading = Json.parseOwn(Raw.send(
                                target.server.port(),
                                "{\"scope\": \"read\"}",
                                "POST /api/v1/tokens HTTP/1.0",
                                basic,
                                "Content-Type: application/json")
                        .body())
                .path("token")
                .asString();
        Map<String, String> now = target.state();
        for (Call call : Calls.of(target)) {
            if (call.verb().equals("GET") || call.path().startsWith("/api/v1/tokens")) {
                continue;
            }
            Raw.Answer answer = Raw.send(
                    target.server.port(),
                    call.body(adas.ids()),
                    call.verb() + " " + call.at(adas.ids()) + "?scope=write HTTP/1.0",
                    "Authorization: Bearer " + reading,
                    "Content-Type: application/json",
                    "If-Match: *",
                    "X-Scope: write");
            assertThat(answer.status()).as(call + " " + answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("\"fix\"");
        }
        assertThat(target.state()).isEqualTo(now);
    }
}
