package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netloom.security.Target.Somebody;

/** Sessions that somebody else has chosen, guessed or stolen. What browsers do with theirs is in SessionsTest. */
class SessionAttacksTest {

    private static final String SESSION = "NETLOOM_SESSION=";

    private final Target target = Target.shared();
    private final int port = target.server.port();
    private final Somebody victim = target.stranger("victim");
    private final Map<String, String> before = target.state();

    @AfterEach
    void nothingHasChanged() {
        assertThat(target.state()).isEqualTo(before);
    }

    private int account(String cookie) {
        return Raw.send(port, "", "GET /api/v1/account HTTP/1.0", "Cookie: " + cookie)
                .status();
    }

    @Test
    void anIdThatWasKnownBeforeSigningInIsWorthNothingAfter() {
        Target.Visit visit = target.visit();
        assertThat(visit.cookie()).startsWith(SESSION);
        Raw.Answer signedIn = target.signIn(visit, victim, victim.password);

        assertThat(signedIn.cookie()).startsWith(SESSION).isNotEqualTo(visit.cookie());
        assertThat(account(visit.cookie())).isEqualTo(401);
        assertThat(account(signedIn.cookie())).isEqualTo(200);
    }

    @Test
    void anIdThatAnAttackerChoseIsNotTaken() {
        for (String chosen :
                List.of("CHOSEN", "0123456789ABCDEF0123456789ABCDEF", "../../x", "%00", "a".repeat(4000))) {
            Raw.Answer page = Raw.send(port, "", "GET /login HTTP/1.0", "Cookie: " + SESSION + chosen);
            assertThat(page.cookie()).isNotEqualTo(SESSION + chosen);
            assertThat(account(SESSION + chosen)).isEqualTo(401);
        }
    }

    @Test
    void anIdInAnAddressIsNotTaken() {
        String cookie = target.session(victim);
        String id = cookie.substring(SESSION.length());
        for (String address : List.of(
                "/api/v1/account;NETLOOM_SESSION=" + id,
                "/api/v1/account;jsessionid=" + id,
                "/api/v1/account;JSESSIONID=" + id,
                "/api/v1/account?jsessionid=" + id,
                "/api/v1/account?NETLOOM_SESSION=" + id)) {
            Raw.Answer answer = Raw.send(port, "", "GET " + address + " HTTP/1.0");
            assertThat(answer.status()).as(address).isIn(400, 401);
            assertThat(answer.body()).doesNotContain(victim.email);
        }
        Raw.Answer page = Raw.send(port, "", "GET /runs HTTP/1.0");
        assertThat(page.header("Location").orElse("")).doesNotContainIgnoringCase("session");
        assertThat(account(cookie)).isEqualTo(200);
    }

    @Test
    void idsAreLongAndNeverTheSame() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String id = target.visit().cookie().substring(SESSION.length());
            assertThat(id).matches("[0-9A-Za-z_-]{32,}");
            ids.add(id);
        }
        assertThat(ids).hasSize(200);
    }

    @Test
    void anotherCookieOfTheSameNameBringsNobodyIn() {
        Target.Visit visit = target.visit();
        assertThat(account(SESSION + "x; " + visit.cookie())).isEqualTo(401);
        assertThat(account(visit.cookie() + "; " + SESSION + "x")).isEqualTo(401);
    }

    @Test
    void aSessionThatWasSignedOutIsOverForWhoeverHasItsCookie() {
        String cookie = target.session(victim);
        assertThat(account(cookie)).isEqualTo(200);
        target.signOut("Cookie: " + cookie);
        assertThat(account(cookie)).isEqualTo(401);
    }

    @Test
    void noKindOfAnswerLetsItselfBeFramed() {
        String cookie = "Cookie: " + target.session(victim);
        String token = "Authorization: Bearer " + target.ada.token;
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> kinds = Map.ofEntries(
                Map.entry("GET /api/v1/account", 200),
                Map.entry("GET /api/v1/projects/" + target.project + "/design", 200),
                Map.entry("GET /api/v1/workspaces/" + target.ada.workspace + "/audit.csv", 200),
                Map.entry("GET /v3/api-docs.yaml", 200),
                Map.entry("GET /api/v1/runs/" + target.run + "/export", 409),
                Map.entry("GET /api/v1/projects/x", 400),
                Map.entry("GET /api/v1/none", 404),
                Map.entry("DELETE /api/v1/account", 405),
                Map.entry("GET /api/v1/account?x=%00", 400),
                Map.entry("GET /api/v1/..;/x", 400),
                Map.entry("TRACE /api/v1/account", 405),
                Map.entry("OPTIONS /login", 0),
                Map.entry("HEAD /login", 200),
                Map.entry("GET /no/such/page", 0),
                Map.entry("GET /VAADIN/build/none.js", 0),
                Map.entry("POST /login", 0),
                Map.entry("GET /shared/none", 0),
                Map.entry("GET /join/none", 0),
                Map.entry("GET /error", 0),
                Map.entry("BREW /login", 0));
        for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
            for (String who : List.of(token, cookie, "X: y")) {
                Raw.Answer answer = Raw.send(port, "", kind.getKey() + " HTTP/1.0", who);
                if (!answer.headers("X-Frame-Options").equals(List.of("DENY"))
                        || answer.headers("Content-Security-Policy").size() != 1
                        || !answer.headers("Content-Security-Policy").getFirst().contains("frame-ancestors 'none'")
                        || !answer.headers("X-Content-Type-Options").equals(List.of("nosniff"))
                        || who.equals(token) && kind.getValue() > 0 && answer.status() != kind.getValue()) {
                    wrong.add(kind + " " + who.substring(0, 4) + ": "
                            + answer.text()
                                    .substring(0, Math.min(300, answer.text().length())));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
