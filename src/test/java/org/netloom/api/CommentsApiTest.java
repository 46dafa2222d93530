package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.format.Json;
import org.netloom.process.RunningNetloom;
import org.netloom.workspace.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What members say about projects and runs, what they note, and how they hear of it. */
class CommentsApiTest {

    private final ApiServer server = ApiServer.shared();
    private final Company company = new Company(server);
    private final String project = server.client()
            .post("/api/v1/workspaces/" + server.workspace() + "/projects", "{\"template\": \"xor-2-2-1\"}")
            .json()
            .path("id")
            .asString();
    private final String comments = "/api/v1/projects/" + project + "/comments";

    private static String text(String text) {
        return "{\"text\": " + Json.write(tools.jackson.databind.node.StringNode.valueOf(text)) + "}";
    }

    private JsonNode say(ApiClient as, String text) {
        ApiClient.Answer answer = as.post(comments, text(text));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode all() {
        return server.client().get(comments).json();
    }

    @Test
    void viewersCommentAndStrangersNeitherReadNorWrite() {
        ApiClient viewer = company.member("Vera", Role.VIEWER).client();
        ApiClient stranger = company.stranger("Sam").client();
        say(viewer, "Why two hidden neurons?");

        assertThat(all().path(0).path("who").asString()).isEqualTo("Vera");
        assertThat(stranger.get(comments).status()).isEqualTo(404);
        assertThat(stranger.post(comments, text("hello")).status()).isEqualTo(404);
        assertThat(server.with("").get(comments).status()).isEqualTo(401);
        assertThat(all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "</script><script>alert(1)</script>",
                "javascript:alert(1) \" onmouseover=\"alert(1)",
                "'; drop table comment; --",
                "@{not-an-account} ${7*7} {{7*7}} %s {0}",
                "‮ evil ‬ 😀 ﷽"
            })
    void whatIsWrittenComesBackAsItIs(String hostile) {
        assertThat(say(server.client(), hostile).path("text").asString()).isEqualTo(hostile);
        assertThat(all().path(0).path("source").asString()).isEqualTo(hostile);
    }

    @Test
    void textsThatAreTooLongEmptyOrNoTextAreRefused() {
        assertThat(server.client().post(comments, text("x".repeat(4_000))).status())
                .isEqualTo(201);
        for (String bad : new String[] {"x".repeat(4_001), "", "   ", "a\u0000b", "a\u0007b"}) {
            assertThat(server.client().post(comments, text(bad)).status())
                    .as(bad)
                    .isIn(400, 422);
        }
        assertThat(all()).hasSize(1);
    }

    @Test
    void onlyTheAuthorEditsAndOwnersRemoveAnybodys() {
        ApiClient editor = company.member("Eve", Role.EDITOR).client();
        ApiClient viewer = company.member("Vera", Role.VIEWER).client();
        String own = "/api/v1/comments/" + say(viewer, "mine").path("id").asString();

        assertThat(editor.send("PATCH", own, text("not mine")).status()).isEqualTo(403);
        assertThat(editor.send("DELETE", own, "{}").status()).isEqualTo(403);
        assertThat(server.client().send("PATCH", own, text("not mine")).status())
                .isEqualTo(403);
        assertThat(company.stranger("Sam").client().send("DELETE", own, "{}").status())
                .isEqualTo(404);
        assertThat(viewer.send("PATCH", own, text("changed"))
                        .json()
                        .path("text")
                        .asString())
                .isEqualTo("changed");
        assertThat(all().path(0).path("editedAt").asString("")).isNotEmpty();
        assertThat(server.client().send("DELETE", own, "{}").status()).isEqualTo(204);
        assertThat(all()).isEmpty();
    }

    @Test
    void whatOthersHaveAnsweredKeepsItsPlace() {
        String first = say(server.client(), "A question").path("id").asString();
        ApiClient viewer = company.member("Vera", Role.VIEWER).client();
        JsonNode answer = viewer.post(comments, "{\"text\": \"An answer\", \"thread\": \"" + first + "\"}")
                .json();
        assertThat(answer.path("thread").asString()).isEqualTo(first);

        server.client().send("DELETE", "/api/v1/comments/" + first, "{}");
        assertThat(all()).hasSize(2);
        assertThat(all().path(0).path("removed").asBoolean()).isTrue();
        assertThat(all().path(0).path("text").asString()).isEmpty();

        viewer.send("DELETE", "/api/v1/comments/" + answer.path("id").asString(), "{}");
        assertThat(all()).isEmpty();
    }

    @Test
    void aThreadIsSettledByAnybodyWhoMayComment() {
        String first = "/api/v1/comments/"
                + say(server.client(), "Too slow?").path("id").asString();
        ApiClient viewer = company.member("Vera", Role.VIEWER).client();
        assertThat(viewer.send("PATCH", first, "{\"resolved\": true}")
                        .json()
                        .path("resolvedBy")
                        .asString())
                .isEqualTo("Vera");
        assertThat(viewer.send("PATCH", first, "{\"resolved\": false}").json().has("resolvedAt"))
                .isTrue();
        assertThat(all().path(0).path("resolvedAt").isNull()).isTrue();
    }

    @Test
    void aCommentOutlivesItsLayer() {
        String layer = "hidden";
        JsonNode design =
                server.client().get("/api/v1/projects/" + project + "/design").json();
        layer = design.path("layers").path(1).path("id").asString(layer);
        assertThat(server.client()
                        .post(comments, "{\"text\": \"Enough?\", \"layer\": \"" + layer + "\"}")
                        .status())
                .isEqualTo(201);
        assertThat(server.client()
                        .post(comments, "{\"text\": \"Where?\", \"layer\": \"no such\"}")
                        .status())
                .isEqualTo(422);
        assertThat(server.client().get(comments + "?layer=" + layer).json()).hasSize(1);
        assertThat(server.client().get(comments + "?layer=other").json()).isEmpty();

        server.client()
                .put("/api/v1/projects/" + project + "/design", "{\"layers\": [], \"wires\": []}", "If-Match", "*");
        assertThat(all().path(0).path("layer").path("gone").asBoolean()).isTrue();
        assertThat(all().path(0).path("layer").path("name").asString()).isNotEmpty();
    }

    @Test
    void whoeverIsMentionedHearsOfItUnderTheNameTheyHaveNow() {
        Company.Somebody grace = company.member("Grace", Role.VIEWER);
        Company.Somebody stranger = company.stranger("Sam");
        assertThat(server.client()
                        .post(comments, text("@{" + stranger.account() + "} look"))
                        .status())
                .isEqualTo(422);
        say(server.client(), "@{" + grace.account() + "} please look");

        JsonNode mention = grace.client().get("/api/v1/mentions").json().path(0);
        assertThat(mention.path("text").asString()).isEqualTo("@Grace please look");
        assertThat(mention.path("read").asBoolean()).isFalse();
        server.database()
                .jdbc()
                .sql("update account set name = 'Grace Hopper' where id = ?")
                .param(grace.account())
                .update();
        assertThat(all().path(0).path("text").asString()).isEqualTo("@Grace Hopper please look");
        server.database()
                .jdbc()
                .sql("delete from member where account_id = ?")
                .param(grace.account())
                .update();
        assertThat(grace.client().get("/api/v1/mentions").json()).isEmpty();
    }

    @Test
    void aCommentCanBeChangedAfterSomebodyInItHasLeft() {
        Company.Somebody grace = company.member("Grace", Role.VIEWER);
        Company.Somebody stranger = company.stranger("Sam");
        String words = "@{" + grace.account() + "} please look";
        String comment =
                "/api/v1/comments/" + say(server.client(), words).path("id").asString();
        server.database()
                .jdbc()
                .sql("delete from member where account_id = ?")
                .param(grace.account())
                .update();

        assertThat(server.client()
                        .send("PATCH", comment, text(words + " again"))
                        .json()
                        .path("text")
                        .asString())
                .isEqualTo("@Grace please look again");
        assertThat(server.client()
                        .send("PATCH", comment, text(words + " @{" + stranger.account() + "}"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoeverIsShownOutWhileTheyWaitSaysNothing() throws Exception {
        Company.Somebody grace = company.member("Grace", Role.VIEWER);
        JdbcClient jdbc = server.database().jdbc();
        try (ExecutorService waiting = Executors.newSingleThreadExecutor()) {
            Future<ApiClient.Answer> said = server.database().transaction().execute(others -> {
                jdbc.sql("select id from workspace where id = ? for no key update")
                        .param(server.workspace())
                        .query()
                        .singleValue();
                Future<ApiClient.Answer> saying =
                        waiting.submit(() -> grace.client().post(comments, text("too late")));
                awaitOneWhoWaits(jdbc);
                jdbc.sql("delete from member where account_id = ?")
                        .param(grace.account())
                        .update();
                return saying;
            });
            assertThat(said.get().status()).isEqualTo(404);
        }
        assertThat(all()).isEmpty();
    }

    private static void awaitOneWhoWaits(JdbcClient jdbc) {
        String waiting =
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        RunningNetloom.await(
                "somebody to wait", () -> jdbc.sql(waiting).query(Integer.class).single() > 0);
    }

    @Test
    void notesAreNotOverwrittenSilently() {
        String notes = "/api/v1/projects/" + project + "/notes";
        assertThat(server.client().get(notes).header("ETag")).isEqualTo("\"0\"");
        assertThat(server.client().put(notes, text("first")).status()).isEqualTo(428);
        assertThat(server.client()
                        .put(notes, text("first"), "If-Match", "\"0\"")
                        .header("ETag"))
                .isEqualTo("\"1\"");
        assertThat(server.client()
                        .put(notes, text("second"), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(412);
        assertThat(company.member("Vera", Role.VIEWER)
                        .client()
                        .put(notes, text("third"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
        assertThat(server.client().get(notes).json().path("text").asString()).isEqualTo("first");
    }

    @Test
    void tagsAreWordsInSmallLettersAndFindRuns() {
        String run = server.client()
                .post("/api/v1/projects/" + project + "/runs", "{}")
                .json()
                .path("id")
                .asString();
        String tags = "/api/v1/runs/" + run + "/tags";
        String word = "t" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(server.client()
                        .put(tags, "{\"tags\": [\"Baseline\", \"baseline\", \"" + word + "\"]}")
                        .json()
                        .path("tags"))
                .hasSize(2);
        for (String bad : new String[] {"two words", "", "<b>", "#x", "x".repeat(31), "-x"}) {
            assertThat(server.client()
                            .put(tags, "{\"tags\": [\"" + bad + "\"]}")
                            .status())
                    .as(bad)
                    .isEqualTo(422);
        }
        JsonNode found = server.client()
                .get("/api/v1/workspaces/" + server.workspace() + "/runs?text=%23" + word)
                .json();
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("runs").path(0).path("id").asString()).isEqualTo(run);
    }

    @Test
    void activityTellsMembersWhatWasDone() {
        say(server.client(), "Noted");
        String activity = "/api/v1/workspaces/" + server.workspace() + "/activity";
        JsonNode newest = company.member("Vera", Role.VIEWER)
                .client()
                .get(activity + "?limit=1")
                .json();
        assertThat(newest).hasSize(1);
        assertThat(newest.path(0).path("deed").asString()).isEqualTo("commented");
        assertThat(newest.path(0).path("project").asString()).isEqualTo(project);
        assertThat(server.client()
                        .get(activity + "?limit=1&before="
                                + newest.path(0).path("id").asLong())
                        .json()
                        .path(0)
                        .path("id")
                        .asLong())
                .isLessThan(newest.path(0).path("id").asLong());
        assertThat(company.stranger("Sam").client().get(activity).status()).isEqualTo(404);
    }
}
