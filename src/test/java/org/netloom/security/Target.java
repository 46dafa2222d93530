package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netloom.api.ApiServer;
import org.netloom.format.Json;
import org.netloom.workspace.Role;
import org.netloom.workspace.store.AccountStore;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/** The installation that is attacked, with two people in it who have nothing to do with each other. */
final class Target {

    static final String PASSWORD = "correct horse battery";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Target SHARED = new Target();

    final ApiServer server = ApiServer.shared();
    final Somebody ada = new Somebody(ApiServer.EMAIL, ApiServer.PASSWORD, server.workspace());
    final Somebody mallory = stranger("mallory");
    final String project = make(ada, "{\"name\": \"Secret\", \"template\": \"xor-2-2-1\"}");
    final String run = send(ada, "POST", "/api/v1/projects/" + project + "/runs", "{}")
            .path("id")
            .asString();

    /** An account with a workspace and a token of its own. */
    final class Somebody {
        final String email;
        final String password;
        final UUID workspace;
        final String token;

        Somebody(String email, String password, UUID workspace) {
            this.email = email;
            this.password = password;
            this.workspace = workspace;
            String basic = java.util.Base64.getEncoder()
                    .encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
            this.token = Json.parseOwn(
                            Raw.send(server.port(), "", "POST /api/v1/tokens HTTP/1.0", "Authorization: Basic " + basic)
                                    .body())
                    .path("token")
                    .asString();
            assertThat(token).isNotEmpty();
        }
    }

    static Target shared() {
        return SHARED;
    }

    Somebody stranger(String name) {
        UUID account = UUID.randomUUID();
        UUID workspace = UUID.randomUUID();
        AccountStore store = server.bean(AccountStore.class);
        String email = name + "-" + account + "@example.org";
        store.addAccount(
                account, email, name, server.bean(PasswordEncoder.class).encode(PASSWORD), false);
        store.addPersonalWorkspace(workspace, name, account);
        store.addMember(workspace, account, Role.OWNER);
        return new Somebody(email, PASSWORD, workspace);
    }

    String make(Somebody who, String project) {
        return send(who, "POST", "/api/v1/workspaces/" + who.workspace + "/projects", project)
                .path("id")
                .asString();
    }

    private JsonNode send(Somebody who, String method, String path, String body) {
        Raw.Answer answer = call(who, method, path, body);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return Json.parseOwn(answer.body());
    }

    /** A call with somebody's token. */
    Raw.Answer call(Somebody who, String method, String path, String body, String... headers) {
        List<String> lines = new ArrayList<>(List.of(
                method + " " + path + " HTTP/1.0",
                "Authorization: Bearer " + who.token,
                "Content-Type: application/json"));
        lines.addAll(List.of(headers));
        return Raw.send(server.port(), body, lines.toArray(String[]::new));
    }

    /** A browser that opened the sign-in page: its cookie and the word against forged forms. */
    record Visit(String cookie, String csrf) {}

    Visit visit() {
        Raw.Answer page = Raw.send(server.port(), "", "GET /login HTTP/1.0");
        Matcher csrf = CSRF.matcher(page.body());
        return new Visit(page.cookie(), csrf.find() ? csrf.group(1) : "");
    }

    Raw.Answer signIn(Visit visit, Somebody who, String password, String... headers) {
        String form = "username=" + encoded(who.email) + "&password=" + encoded(password)
                + (visit.csrf.isEmpty() ? "" : "&_csrf=" + encoded(visit.csrf));
        List<String> lines = new ArrayList<>(List.of(
                "POST /login HTTP/1.0", "Content-Type: application/x-www-form-urlencoded", "Cookie: " + visit.cookie));
        lines.addAll(List.of(headers));
        return Raw.send(server.port(), form, lines.toArray(String[]::new));
    }

    /** Cookie of a browser in which somebody is signed in. */
    String session(Somebody who) {
        Visit visit = visit();
        Raw.Answer answer = signIn(visit, who, who.password);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        return answer.cookie();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Everything that people would miss, in one number. */
    String state() {
        StringBuilder state = new StringBuilder();
        for (String table : List.of(
                "account", "workspace", "member", "project", "design_edit", "run", "block", "quota", "run_file")) {
            state.append(server.database()
                    .jdbc()
                    .sql("select coalesce(md5(string_agg(row::text, '|' order by row::text)), '') from (select * from "
                            + table + ") row")
                    .query(String.class)
                    .single());
        }
        return state.append(server.database()
                        .jdbc()
                        .sql("select count(*) from api_token")
                        .query(String.class)
                        .single())
                .toString();
    }
}
