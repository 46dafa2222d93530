package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netloom.api.ApiServer;
import org.netloom.format.Json;
import org.netloom.workspace.Role;
import org.netloom.workspace.store.AccountStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/** The installation that is attacked, with two people in it who have nothing to do with each other. */
final class Target {

    static final String PASSWORD = "correct horse battery";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    /** What changes whenever somebody asks or tries: it slows them down, and tells of it. */
    private static final Set<String> OF_TRYING = Set.of(
            "flyway_schema_history",
            "guess",
            "deed",
            "familiar_address",
            "persistent_logins",
            "scheduled_tasks",
            "worker");

    private static final Target SHARED = new Target(ApiServer.with(List.of("--netloom.rate.at-once=1000000")));

    final ApiServer server;
    final Somebody ada;
    final Somebody mallory;
    final String project;
    final String run;

    Target(ApiServer server) {
        this.server = server;
        ada = new Somebody(server.account(), ApiServer.EMAIL, ApiServer.PASSWORD, server.workspace());
        mallory = stranger("mallory");
        project = make(ada, "{\"name\": \"Secret\", \"template\": \"xor-2-2-1\"}");
        run = sent(ada, "POST", "/api/v1/projects/" + project + "/runs", "{}")
                .path("id")
                .asString();
    }

    /** An account with a workspace and a token of its own. */
    final class Somebody {
        final UUID account;
        final String email;
        final String password;
        final UUID workspace;
        final String token;

        Somebody(UUID account, String email, String password, UUID workspace) {
            this.account = account;
            this.email = email;
            this.password = password;
            this.workspace = workspace;
            this.token = Json.parseOwn(Raw.send(
                                    server.port(),
                                    "",
                                    "POST /api/v1/tokens HTTP/1.0",
                                    "Authorization: Basic " + basic())
                            .body())
                    .path("token")
                    .asString();
            assertThat(token).isNotEmpty();
        }

        String basic() {
            return Base64.getEncoder().encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
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
        return new Somebody(account, email, PASSWORD, workspace);
    }

    String make(Somebody who, String project) {
        return sent(who, "POST", "/api/v1/workspaces/" + who.workspace + "/projects", project)
                .path("id")
                .asString();
    }

    /** What came of a call that must succeed. */
    JsonNode sent(Somebody who, String method, String path, String body) {
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

    /** Signs the browser with this cookie out, as its page does. */
    void signOut(String cookie) {
        Matcher csrf = CSRF.matcher(
                Raw.send(server.port(), "", "GET /login HTTP/1.0", cookie).body());
        Raw.send(
                server.port(),
                csrf.find() ? "_csrf=" + encoded(csrf.group(1)) : "",
                "POST /logout HTTP/1.0",
                "Content-Type: application/x-www-form-urlencoded",
                cookie);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Everything that people would miss, in one number for each table. */
    Map<String, String> state() {
        JdbcClient jdbc = server.database().jdbc();
        Map<String, String> state = new TreeMap<>();
        jdbc
                .sql(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !OF_TRYING.contains(table))
                .forEach(table -> state.put(
                        table,
                        jdbc.sql(
                                        "select count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(row) - 'used_at')::text, 0)), 0) from "
                                                + table + " row")
                                .query(String.class)
                                .single()));
        return state;
    }
}
