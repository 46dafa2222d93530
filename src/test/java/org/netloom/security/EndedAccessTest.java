package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netloom.format.Json;
import org.netloom.security.Target.Somebody;
import org.netloom.workspace.Role;
import org.netloom.workspace.store.AccountStore;

/** What worked once and is over: it opens nothing any more, and what it had opened is closed. */
@Tag("thorough")
class EndedAccessTest {

    /** An idle channel looks after its right every two seconds. */
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    private final Target target = Target.shared();
    private final Somebody eve = target.stranger("eve");
    private final Somebody bob = colleague();
    private final String project = target.make(eve, "{\"template\": \"xor-2-2-1\"}");
    private final String run = target.sent(eve, "POST", "/api/v1/projects/" + project + "/runs", "{}")
            .path("id")
            .asString();
    private final List<String> channels = List.of("/ws/runs/" + run, "/ws/projects/" + project);

    private Somebody colleague() {
        Somebody colleague = target.stranger("bob");
        target.server.bean(AccountStore.class).addMember(eve.workspace, colleague.account, Role.EDITOR);
        return colleague;
    }

    /** How a token, and all that was signed in with it, comes to its end. */
    private enum EndOfToken {
        REVOKED("update api_token set revoked_at = now() where account_id = ?"),
        EXPIRED("update api_token set expires_at = now() - interval '1 second' where account_id = ?"),
        ACCOUNT_DISABLED("update account set disabled_at = now() where id = ?");

        private final String sql;

        EndOfToken(String sql) {
            this.sql = sql;
        }
    }

    @ParameterizedTest
    @EnumSource(EndOfToken.class)
    void aTokenThatIsOverOpensNothingAndClosesWhatItHadOpened(EndOfToken end) {
        String header = "Authorization: Bearer " + eve.token;
        for (String channel : channels) {
            try (Live live = Live.open(target.server.port(), channel, header)) {
                assertThat(live.isOpenAfter(Duration.ofMillis(200))).isTrue();
                live.forget();
                end(end.sql);
                colleagueEdits();
                assertThat(live.closeStatus(AT_ONCE)).as(channel).isEqualTo(1008);
                assertThat(live.received()).isEmpty();
                assertThat(Raw.upgrade(target.server.port(), channel, header)).isEqualTo(401);
            }
            revive();
        }
        end(end.sql);
        Map<String, String> before = target.state();
        for (String[] call : new String[][] {
            {"GET", "/api/v1/projects/" + project, ""},
            {"POST", "/api/v1/projects/" + project + "/runs", "{}"},
            {"DELETE", "/api/v1/projects/" + project, ""},
            {"GET", "/v3/api-docs", ""}
        }) {
            Raw.Answer answer = target.call(eve, call[0], call[1], call[2]);
            assertThat(answer.status()).as(call[1]).isEqualTo(401);
            assertThat(answer.body()).contains("token-unknown", "\"fix\"");
        }
        assertThat(target.state()).isEqualTo(before);
    }

    /** How the sessions of a browser end elsewhere. */
    private enum EndOfSession {
        SIGNED_OUT_EVERYWHERE,
        PASSWORD_CHANGED,
        ACCOUNT_DISABLED,
        SIGNED_OUT
    }

    @ParameterizedTest
    @EnumSource(EndOfSession.class)
    void aSessionThatIsOverOpensNothingAndClosesWhatItHadOpened(EndOfSession end) {
        String cookie = "Cookie: " + target.session(eve);
        try (Live one = Live.open(target.server.port(), channels.get(0), cookie);
                Live other = Live.open(target.server.port(), channels.get(1), cookie)) {
            assertThat(one.isOpenAfter(Duration.ofMillis(200))).isTrue();
            switch (end) {
                case SIGNED_OUT_EVERYWHERE ->
                    assertThat(target.call(eve, "POST", "/api/v1/account/sign-out-everywhere", "")
                                    .status())
                            .isEqualTo(204);
                case PASSWORD_CHANGED ->
                    assertThat(target.call(
                                            eve,
                                            "POST",
                                            "/api/v1/account/password",
                                            "{\"oldPassword\": \"" + eve.password
                                                    + "\", \"newPassword\": \"another battery\"}")
                                    .status())
                            .isEqualTo(204);
                case ACCOUNT_DISABLED -> end(EndOfToken.ACCOUNT_DISABLED.sql);
                case SIGNED_OUT -> target.signOut(cookie);
            }
            assertThat(one.closeStatus(AT_ONCE)).isEqualTo(1008);
            assertThat(other.closeStatus(AT_ONCE)).isEqualTo(1008);
        }
        Map<String, String> before = target.state();
        for (String path : List.of("/api/v1/account", "/api/v1/projects/" + project, "/v3/api-docs")) {
            Raw.Answer answer = Raw.send(target.server.port(), "", "GET " + path + " HTTP/1.0", cookie);
            assertThat(answer.status()).as(path).isEqualTo(401);
        }
        for (String channel : channels) {
            assertThat(Raw.upgrade(target.server.port(), channel, cookie)).isEqualTo(401);
        }
        assertThat(Raw.send(target.server.port(), "", "GET /runs HTTP/1.0", cookie, "Accept: text/html")
                        .header("Location")
                        .orElse(""))
                .contains("/login");
        assertThat(target.state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(EndOfLink.class)
    void aSharedLinkThatIsOverOpensNothing(EndOfLink end) {
        String path = target.sent(eve, "POST", "/api/v1/runs/" + run + "/links", "{\"term\": \"day\"}")
                .path("path")
                .asString();
        String query = "?link=" + path.substring("/shared/".length());
        assertThat(visited("/api/v1/runs/" + run + "/metrics" + query).status()).isEqualTo(200);
        try (Live live = Live.open(target.server.port(), channels.getFirst() + query)) {
            assertThat(live.isOpenAfter(Duration.ofMillis(200))).isTrue();
            end(end.sql);
            assertThat(live.closeStatus(AT_ONCE)).isEqualTo(1008);
        }
        assertThat(visited("/api/v1/runs/" + run + "/metrics" + query).status()).isEqualTo(401);
        assertThat(visited("/api/v1/runs/" + run + "/samples" + query).status()).isEqualTo(401);
        assertThat(Raw.upgrade(target.server.port(), channels.getFirst() + query))
                .isEqualTo(401);
    }

    private enum EndOfLink {
        REVOKED("update shared_link set revoked_at = now() where created_by = ?"),
        EXPIRED("update shared_link set expires_at = now() - interval '1 second' where created_by = ?"),
        ITS_MAKER_DISABLED("update account set disabled_at = now() where id = ?");

        private final String sql;

        EndOfLink(String sql) {
            this.sql = sql;
        }
    }

    private enum EndOfInvitation {
        REVOKED("update invitation set revoked_at = now() where invited_by = ?"),
        EXPIRED("update invitation set expires_at = now() - interval '1 second' where invited_by = ?"),
        ITS_MAKER_DISABLED("update account set disabled_at = now() where id = ?"),
        ITS_MAKER_NO_OWNER("update member set role = 'EDITOR' where account_id = ?");

        private final String sql;

        EndOfInvitation(String sql) {
            this.sql = sql;
        }
    }

    @ParameterizedTest
    @EnumSource(EndOfInvitation.class)
    void anInvitationThatIsOverLetsNobodyIn(EndOfInvitation end) {
        String secret = invitation();
        end(end.sql);
        refusedToJoin(secret);
    }

    @Test
    void anInvitationThatWasUsedLetsNobodyElseIn() {
        String secret = invitation();
        assertThat(target.call(target.ada, "POST", "/api/v1/join", "{\"secret\": \"" + secret + "\"}")
                        .status())
                .isEqualTo(200);
        refusedToJoin(secret);
    }

    private void refusedToJoin(String secret) {
        Map<String, String> before = target.state();
        Raw.Answer answer = target.call(target.mallory, "POST", "/api/v1/join", "{\"secret\": \"" + secret + "\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("invitation-over", "\"fix\"");
        assertThat(target.state()).isEqualTo(before);
    }

    private String invitation() {
        return Json.parseOwn(target.call(
                                eve,
                                "POST",
                                "/api/v1/workspaces/" + eve.workspace + "/invitations",
                                "{\"role\": \"viewer\"}")
                        .body())
                .path("secret")
                .asString();
    }

    private Raw.Answer visited(String path) {
        return Raw.send(target.server.port(), "", "GET " + path + " HTTP/1.0");
    }

    private void end(String sql) {
        target.server.database().jdbc().sql(sql).param(eve.account).update();
    }

    private void revive() {
        end("update api_token set revoked_at = null, expires_at = null where account_id = ?");
        end("update account set disabled_at = null where id = ?");
    }

    /** Somebody else in the same workspace goes on working; who watches hears of it, unless their time is over. */
    private void colleagueEdits() {
        target.sent(
                bob,
                "POST",
                "/api/v1/projects/" + project + "/edits",
                "{\"kind\": \"rename\", \"layer\": \"" + layer() + "\", \"name\": \"renamed\"}");
    }

    private String layer() {
        return target.sent(bob, "GET", "/api/v1/projects/" + project + "/design", "")
                .path("layers")
                .path(0)
                .path("id")
                .asString();
    }
}
