package org.netloom.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.netloom.api.ApiServer;
import org.netloom.security.Target.Somebody;

/** Trying until it works: passwords, tokens and the secrets of links, from one address and from many, with the limits that hold by default. */
@Tag("thorough")
class GuessingTest {

    /** Behind a proxy that is believed, so that requests can come from any address. */
    private static final Target TARGET =
            new Target(ApiServer.with(List.of("--NETLOOM_PROXIES=127.0.0.1,0:0:0:0:0:0:0:1")));

    private final int port = TARGET.server.port();
    private final Somebody victim = TARGET.stranger("victim");
    private final Map<String, String> before = TARGET.state();

    @BeforeEach
    void nobodyHasGuessedYet() {
        TARGET.server.database().jdbc().sql("delete from guess").update();
    }

    private static String from(int a, int b) {
        return "X-Forwarded-For: 203." + a % 200 + "." + b / 250 % 250 + "." + (1 + b % 250);
    }

    private Raw.Answer basic(String email, String password, String from) {
        String word = java.util.Base64.getEncoder()
                .encodeToString((email + ":" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Raw.send(port, "", "POST /api/v1/tokens HTTP/1.0", "Authorization: Basic " + word, from);
    }

    private void isOnGuard(Raw.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(429);
        assertThat(answer.body()).contains("sign-in-wait", "\"fix\"", "\"expected\"");
    }

    @Test
    void passwordsOfOneAccountFromOneAddress() {
        int looked = 0;
        for (int i = 0; i < 40; i++) {
            looked += basic(victim.email, "guess " + i, from(1, 1)).status() == 401 ? 1 : 0;
        }
        assertThat(looked).isLessThanOrEqualTo(6);
        isOnGuard(basic(victim.email, victim.password, from(1, 1)));
        // Whoever guesses does not lock the person out.
        assertThat(basic(victim.email, victim.password, from(1, 2)).status()).isEqualTo(201);
    }

    @Test
    void passwordsOfOneAccountFromManyAddresses() {
        basic(victim.email, victim.password, from(2, 1));
        int looked = 0;
        for (int i = 0; i < 60; i++) {
            looked += basic(victim.email, "guess " + i, from(3, i)).status() == 401 ? 1 : 0;
        }
        assertThat(looked).isLessThanOrEqualTo(22);
        isOnGuard(basic(victim.email, victim.password, from(3, 999)));
        // From where they have signed in before, the person still gets in.
        assertThat(basic(victim.email, victim.password, from(2, 1)).status()).isEqualTo(201);
    }

    @Test
    void onePasswordOfManyAccountsFromOneAddress() {
        int looked = 0;
        for (int i = 0; i < 120; i++) {
            looked += basic("somebody-" + i + "@example.org", "password123", from(4, 1))
                                    .status()
                            == 401
                    ? 1
                    : 0;
        }
        assertThat(looked).isLessThan(75);
        isOnGuard(basic(victim.email, victim.password, from(4, 1)));
    }

    @Test
    void passwordsInTheSignInForm() {
        Target.Visit visit = TARGET.visit();
        int looked = 0;
        for (int i = 0; i < 20; i++) {
            String to = TARGET.signIn(visit, victim, "guess " + i, from(5, 1))
                    .header("Location")
                    .orElse("");
            looked += to.endsWith("wrong") ? 1 : 0;
        }
        assertThat(looked).isLessThanOrEqualTo(6);
        assertThat(TARGET.signIn(visit, victim, victim.password, from(5, 1))
                        .header("Location")
                        .orElse(""))
                .endsWith("/login?error=wait");
    }

    @Test
    void theOldPasswordByWhoeverFindsAnOpenProgram() {
        int looked = 0;
        for (int i = 0; i < 20; i++) {
            looked += TARGET.call(
                                            victim,
                                            "POST",
                                            "/api/v1/account/password",
                                            "{\"oldPassword\": \"guess " + i
                                                    + "\", \"newPassword\": \"another battery\"}",
                                            from(6, 1))
                                    .status()
                            == 422
                    ? 1
                    : 0;
        }
        assertThat(looked).isBetween(1, 6);
        assertThat(TARGET.state()).containsEntry("account", TARGET.state().get("account"));
        assertThat(basic(victim.email, victim.password, from(6, 2)).status()).isEqualTo(201);
    }

    @Test
    void tokens() {
        int looked = 0;
        int refused = 0;
        for (int i = 0; i < 1300; i++) {
            Raw.Answer answer = Raw.send(
                    port,
                    "",
                    "GET /api/v1/account HTTP/1.0",
                    "Authorization: Bearer netloom_" + UUID.randomUUID(),
                    from(7, 1));
            looked += answer.status() == 401 ? 1 : 0;
            if (answer.status() == 429) {
                refused++;
                assertThat(answer.header("Retry-After")).isPresent();
                assertThat(answer.body()).contains("too-many-requests", "\"fix\"");
            }
        }
        assertThat(looked + refused).isEqualTo(1300);
        assertThat(refused).isPositive();
        assertThat(Raw.send(
                                port,
                                "",
                                "GET /api/v1/account HTTP/1.0",
                                "Authorization: Bearer " + victim.token,
                                from(7, 2))
                        .status())
                .isEqualTo(200);
        assertThat(TARGET.state()).isEqualTo(before);
    }

    @Test
    void secretsOfInvitations() {
        int looked = 0;
        for (int i = 0; i < 80; i++) {
            Raw.Answer answer = TARGET.call(
                    victim, "POST", "/api/v1/join", "{\"secret\": \"" + UUID.randomUUID() + "\"}", from(8, 1));
            assertThat(answer.status()).isIn(404, 429);
            looked += answer.status() == 404 ? 1 : 0;
            assertThat(answer.body()).contains(answer.status() == 404 ? "invitation-over" : "link-wait", "\"fix\"");
        }
        assertThat(looked).isLessThan(45);
        assertThat(TARGET.state()).isEqualTo(before);
    }

    @Test
    void secretsOfSharedLinks() {
        int refused = 0;
        for (int i = 0; i < 1300; i++) {
            Raw.Answer answer = Raw.send(
                    port,
                    "",
                    "GET /api/v1/runs/" + TARGET.run + "/metrics?link=" + UUID.randomUUID() + " HTTP/1.0",
                    from(9, 1));
            assertThat(answer.status()).isIn(401, 429);
            refused += answer.status() == 429 ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(TARGET.state()).isEqualTo(before);
    }

    @Test
    void anAddressThatIsMadeUpIsNobodyElses() {
        Target direct = Target.shared();
        Somebody other = direct.stranger("victim");
        int looked = 0;
        for (int i = 0; i < 30; i++) {
            String word = java.util.Base64.getEncoder()
                    .encodeToString((other.email + ":guess" + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            looked += Raw.send(
                                            direct.server.port(),
                                            "",
                                            "POST /api/v1/tokens HTTP/1.0",
                                            "Authorization: Basic " + word,
                                            from(10, i),
                                            "Forwarded: for=203.0.113." + i,
                                            "X-Real-IP: 203.0.113." + i)
                                    .status()
                            == 401
                    ? 1
                    : 0;
        }
        assertThat(looked).isLessThanOrEqualTo(6);
        direct.server.database().jdbc().sql("delete from guess").update();
    }
}
