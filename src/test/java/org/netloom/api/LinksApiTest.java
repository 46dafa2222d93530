package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netloom.workspace.Role;
import tools.jackson.databind.JsonNode;

/** What a shared link opens, and that it opens nothing else. */
class LinksApiTest {

    private static final String[] FOR_VISITORS = {"/metrics", "/metrics?series=train.loss", "/samples"};

    private final ApiServer server = ApiServer.shared();
    private final ApiClient nobody = server.with("");

    private record Made(String id, String secret) {}

    private Made make(String place) {
        return made(server.client().post("/api/v1/" + place + "/links", "{}"));
    }

    private static Made made(ApiClient.Answer answer) {
        JsonNode made = answer.json();
        String path = made.path("path").asString();
        assertThat(path).startsWith("/shared/");
        return new Made(made.path("link").path("id").asString(), path.substring("/shared/".length()));
    }

    private String projectOf(Object run) {
        return server.client().get("/api/v1/runs/" + run).json().path("project").asString();
    }

    private static String with(String path, Made link) {
        return path + (path.contains("?") ? "&" : "?") + "link=" + link.secret();
    }

    private void opens(Made link, Object run) {
        for (String path : FOR_VISITORS) {
            assertThat(nobody.get(with("/api/v1/runs/" + run + path, link)).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(LiveClient.handshake(nobody, with(run + "", link))).isEqualTo(101);
    }

    private void opensNothing(Made link, Object run) {
        for (String path : FOR_VISITORS) {
            assertThat(nobody.get(with("/api/v1/runs/" + run + path, link)).status())
                    .as(path)
                    .isIn(401, 404);
        }
        assertThat(LiveClient.handshake(nobody, with(run + "", link))).isIn(401, 404);
    }

    @Test
    void aLinkToARunOpensThatRunAndNoOther() {
        UUID run = RunAtWork.queued(server);
        Made link = make("runs/" + run);

        opens(link, run);
        opensNothing(link, RunAtWork.queued(server));
        UUID sister = UUID.fromString(server.client()
                .post("/api/v1/projects/" + projectOf(run) + "/runs", "{}")
                .json()
                .path("id")
                .asString());
        opensNothing(link, sister);
    }

    @Test
    void aLinkToAProjectOpensItsRunsAndThoseOfNoOther() {
        UUID run = RunAtWork.queued(server);
        Made link = make("projects/" + projectOf(run));

        opens(link, run);
        opensNothing(link, RunAtWork.queued(server));
    }

    @Test
    void aLinkIsNoSignIn() {
        UUID run = RunAtWork.queued(server);
        String project = projectOf(run);
        Made link = make("projects/" + project);
        for (String path : List.of(
                "/api/v1/projects/" + project,
                "/api/v1/projects/" + project + "/design",
                "/api/v1/projects/" + project + "/comments",
                "/api/v1/projects/" + project + "/links",
                "/api/v1/projects/" + project + "/notes",
                "/api/v1/runs/" + run,
                "/api/v1/runs/" + run + "/export?format=dl4j",
                "/api/v1/runs/" + run + "/evaluation",
                "/api/v1/workspaces",
                "/api/v1/workspaces/" + server.workspace() + "/members",
                "/api/v1/workspaces/" + server.workspace() + "/activity",
                "/api/v1/mentions",
                "/api/v1/system")) {
            assertThat(nobody.get(with(path, link)).status()).as(path).isEqualTo(401);
        }
        assertThat(nobody.post(with("/api/v1/runs/" + run + "/stop", link), "{}")
                        .status())
                .isIn(401, 403);
        assertThat(nobody.post(with("/api/v1/runs/" + run + "/metrics", link), "{}")
                        .status())
                .isIn(401, 403);
        assertThat(server.with(link.secret()).get("/api/v1/runs/" + run).status())
                .isEqualTo(401);
    }

    /** How a link comes to its end, by the id of its row. */
    private enum End {
        REVOKED("update shared_link set revoked_at = now() where id = ?::uuid"),
        EXPIRED("update shared_link set expires_at = now() - interval '1 second' where id = ?::uuid"),
        PROJECT_DELETED(
                "update project set deleted_at = now() where id = (select project_id from shared_link where id = ?::uuid)"),
        MAKER_MAY_NOT_SHARE(
                "update member set role = 'VIEWER' where account_id = (select created_by from shared_link where id = ?::uuid)"),
        MAKER_GONE("delete from member where account_id = (select created_by from shared_link where id = ?::uuid)"),
        MAKER_DISABLED(
                "update account set disabled_at = now() where id = (select created_by from shared_link where id = ?::uuid)");

        private final String sql;

        End(String sql) {
            this.sql = sql;
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void aLinkThatIsOverOpensNothingAndEndsOpenSockets(End end) throws Exception {
        Company.Somebody editor = new Company(server).member("Eve", Role.EDITOR);
        RunAtWork run = RunAtWork.begin(server);
        Made link = made(editor.client().post("/api/v1/runs/" + run.id() + "/links", "{\"term\": \"day\"}"));
        try (LiveClient watching = LiveClient.connect(nobody, with(run.id() + "", link))) {
            watching.next();
            opens(link, run.id());

            server.database().jdbc().sql(end.sql).param(link.id()).update();

            opensNothing(link, run.id());
            run.loss(1, 3);
            assertThat(watching.closeStatus()).isEqualTo(1008);
            assertThat(watching.arrived())
                    .noneMatch(frame -> frame.path("type").asString("").equals("points"));
        }
    }

    @Test
    void whoeverLeavesTheWorkspaceWatchesNoMore() throws Exception {
        Company.Somebody viewer = new Company(server).member("Vic", Role.VIEWER);
        RunAtWork run = RunAtWork.begin(server);
        try (LiveClient watching = LiveClient.connect(viewer.client(), run.id(), 0)) {
            watching.next();
            server.database()
                    .jdbc()
                    .sql("delete from member where account_id = ?")
                    .param(viewer.account())
                    .update();
            run.loss(1, 3);
            assertThat(watching.closeStatus()).isEqualTo(1008);
        }
    }

    @Test
    void revokingIsOneCallAndOnce() {
        UUID run = RunAtWork.queued(server);
        Made link = make("runs/" + run);
        assertThat(server.client()
                        .send("DELETE", "/api/v1/links/" + link.id(), "{}")
                        .status())
                .isEqualTo(204);
        opensNothing(link, run);
        JsonNode listed =
                server.client().get("/api/v1/runs/" + run + "/links").json().path(0);
        assertThat(listed.path("works").asBoolean()).isFalse();
        assertThat(listed.path("revokedAt").asString("")).isNotEmpty();
        assertThat(listed.toString()).doesNotContain(link.secret());
    }

    @Test
    void viewersAndStrangersMakeAndRevokeNone() {
        UUID run = RunAtWork.queued(server);
        Made link = make("runs/" + run);
        Company company = new Company(server);
        ApiClient viewer = company.member("Vera", Role.VIEWER).client();
        ApiClient stranger = company.stranger("Sam").client();

        assertThat(viewer.post("/api/v1/runs/" + run + "/links", "{}").status()).isEqualTo(403);
        assertThat(viewer.send("DELETE", "/api/v1/links/" + link.id(), "{}").status())
                .isEqualTo(403);
        assertThat(viewer.get("/api/v1/runs/" + run + "/links").status()).isEqualTo(200);
        assertThat(stranger.post("/api/v1/runs/" + run + "/links", "{}").status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/runs/" + run + "/links").status()).isEqualTo(404);
        assertThat(stranger.send("DELETE", "/api/v1/links/" + link.id(), "{}").status())
                .isEqualTo(404);
        opens(link, run);
    }

    @Test
    void onlyTheHashIsKept() {
        Made link = make("runs/" + RunAtWork.queued(server));
        String row = server.database()
                .jdbc()
                .sql("select shared_link::text from shared_link where id = ?::uuid")
                .param(link.id())
                .query(String.class)
                .single();
        assertThat(link.secret()).hasSize(43);
        assertThat(row).doesNotContain(link.secret().substring(8));
    }

    @Test
    void thePageOfALinkTellsNoOtherSiteItsAddress() {
        Made link = make("runs/" + RunAtWork.queued(server));
        ApiClient.Answer page = nobody.get("/shared/" + link.secret(), "Accept", "text/html");
        // Not to the sign-in page; pages themselves are not packed in tests.
        assertThat(page.status()).isNotEqualTo(302);
        assertThat(page.response().headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }
}
