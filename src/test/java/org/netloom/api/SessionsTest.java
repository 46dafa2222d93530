package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.netloom.api.TestBrowser.Page;
import org.netloom.workspace.Joining;
import org.netloom.workspace.RememberedBrowsers;

/** Sessions of browsers, from signing in to their end. */
class SessionsTest {

    private static final String PASSWORD = "a password of theirs";

    private final ApiServer server = ApiServer.shared();
    private final TestBrowser browser = new TestBrowser(server);
    private final String email = "somebody-" + UUID.randomUUID() + "@example.org";

    SessionsTest() {
        String secret = server.client()
                .post("/api/v1/invitations", "{}")
                .json()
                .path("secret")
                .asString();
        server.bean(Joining.class)
                .signUp(secret, email, "Somebody", PASSWORD, "10.0.0.9")
                .get();
    }

    private ApiClient program() {
        return server.with(ApiClient.token(server.port(), email, PASSWORD));
    }

    @Test
    void getAnotherIdAtSignIn() {
        browser.get("/login");
        String before = browser.cookie(TestBrowser.SESSION);
        assertThat(before).isNotEmpty();

        Page signedIn = browser.signIn(email, PASSWORD);

        assertThat(signedIn.status()).isEqualTo(302);
        assertThat(browser.account()).contains(email);
        assertThat(browser.cookie(TestBrowser.SESSION)).isNotEqualTo(before);
        TestBrowser attacker = new TestBrowser(server);
        attacker.plant(TestBrowser.SESSION, before);
        assertThat(attacker.account()).isEmpty();
    }

    @Test
    void takeNoIdThatSomebodyElseChose() {
        browser.plant(TestBrowser.SESSION, "CHOSEN0123456789");
        browser.signIn(email, PASSWORD);

        assertThat(browser.account()).contains(email);
        TestBrowser attacker = new TestBrowser(server);
        attacker.plant(TestBrowser.SESSION, "CHOSEN0123456789");
        assertThat(attacker.account()).isEmpty();
    }

    @Test
    void keepTheirCookiesFromScriptsAndOtherSites() {
        browser.get("/login");
        Page signedIn = browser.signIn(email, PASSWORD);

        assertThat(signedIn.cookies())
                .filteredOn(cookie -> !cookie.contains("Max-Age=0"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith(RememberedBrowsers.COOKIE))
                .anySatisfy(cookie -> assertThat(cookie).startsWith(TestBrowser.SESSION))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    void areRememberedUntilThePasswordChanges() {
        browser.signIn(email, PASSWORD);
        browser.forget(TestBrowser.SESSION);
        assertThat(browser.account()).isEmpty();
        assertThat(browser.get("/runs").location()).doesNotContain("/login");
        assertThat(browser.account()).contains(email);

        String body = "{\"oldPassword\": \"" + PASSWORD + "\", \"newPassword\": \"another password\"}";
        assertThat(program().post("/api/v1/account/password", body).status()).isEqualTo(204);

        browser.forget(TestBrowser.SESSION);
        assertThat(browser.get("/runs").location()).endsWith("/login");
        assertThat(browser.account()).isEmpty();
    }

    /** A browser that was closed, or asleep for long, with several pages open. */
    @Test
    void areRememberedForAllPagesThatComeBackAtOnce() throws Exception {
        browser.signIn(email, PASSWORD);
        String secret = browser.cookie(RememberedBrowsers.COOKIE);
        List<Callable<TestBrowser>> pages = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pages.add(() -> {
                TestBrowser page = new TestBrowser(server);
                page.plant(RememberedBrowsers.COOKIE, secret);
                page.get("/runs");
                return page;
            });
        }
        List<TestBrowser> back = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(pages.size())) {
            for (Future<TestBrowser> page : all.invokeAll(pages)) {
                back.add(page.get());
            }
        }

        assertThat(back).allSatisfy(page -> assertThat(page.account()).contains(email));
        assertThat(remembered()).isEqualTo(1);
    }

    @Test
    void areForgottenEverywhereOnceAnOldSecretComesBack() {
        browser.signIn(email, PASSWORD);
        String stolen = browser.cookie(RememberedBrowsers.COOKIE);
        browser.forget(TestBrowser.SESSION);
        browser.get("/runs");
        server.database()
                .jdbc()
                .sql("update persistent_logins set last_used = last_used - interval '31 seconds' where username = ?")
                .param(email)
                .update();

        TestBrowser thief = new TestBrowser(server);
        thief.plant(RememberedBrowsers.COOKIE, stolen);
        thief.get("/runs");

        assertThat(thief.account()).isEmpty();
        assertThat(remembered()).isZero();
    }

    @Test
    void areNotRememberedForEver() {
        browser.signIn(email, PASSWORD);
        new TestBrowser(server).signIn(email, PASSWORD);
        server.database()
                .jdbc()
                .sql("update persistent_logins set last_used = last_used - interval '15 days' where username = ?")
                .param(email)
                .update();
        browser.forget(TestBrowser.SESSION);

        browser.get("/runs");

        assertThat(browser.account()).isEmpty();
        assertThat(remembered()).isEqualTo(2);
    }

    @Test
    void takeNoCookieThatSomebodyMadeUp() {
        for (String made : List.of("x", "eDp5", "eAA6AHk", "eDp5Ono", "%%%")) {
            browser.plant(RememberedBrowsers.COOKIE, made);
            assertThat(browser.get("/runs").status()).isEqualTo(302);
        }
    }

    @Test
    void leadToSigningInWithoutAnErrorOnceTheyAreEndedElsewhere() {
        TestBrowser another = new TestBrowser(server);
        browser.signIn(email, PASSWORD);
        another.signIn(email, PASSWORD);

        assertThat(program().post("/api/v1/account/sign-out-everywhere", "").status())
                .isEqualTo(204);

        assertThat(another.account()).isEmpty();
        assertThat(browser.get("/runs").location()).endsWith("/login?ended");
        assertThat(browser.get("/login?ended").location()).isEmpty();
        assertThat(browser.get("/runs").location()).endsWith("/login");
    }

    @Test
    void leadAnOpenPageToSigningIn() {
        browser.signIn(email, PASSWORD);
        program().post("/api/v1/account/sign-out-everywhere", "");

        Page answer = browser.click();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("appError", "/login?ended");
        assertThat(browser.account()).isEmpty();
    }

    @Test
    void endWithTheirAccountAndCannotBeRemembered() {
        browser.signIn(email, PASSWORD);
        String id = program().get("/api/v1/account").json().path("account").asString();

        server.client().post("/api/v1/accounts/" + id + "/disable", "");

        assertThat(browser.get("/runs").location()).endsWith("/login?ended");
        assertThat(browser.get("/runs").location()).endsWith("/login");
        assertThat(browser.signIn(email, PASSWORD).location()).endsWith("/login?error=wrong");
    }

    @Test
    void areForgottenByTheBrowserThatSignsOut() {
        browser.signIn(email, PASSWORD);
        assertThat(remembered()).isEqualTo(1);

        browser.forget(RememberedBrowsers.COOKIE);
        program().post("/api/v1/account/sign-out-everywhere", "");

        assertThat(remembered()).isZero();
    }

    @Test
    void areNotGuessedAtTheDoor() {
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(email, "guess " + i).location()).endsWith("/login?error=wrong");
        }
        assertThat(browser.signIn(email, PASSWORD).location()).endsWith("/login?error=wait");
        server.database().jdbc().sql("delete from guess").update();
        assertThat(browser.signIn(email, PASSWORD).location()).doesNotContain("/login");
    }

    @Test
    void knowNoIdentityProviderWhereNoneIsConfigured() {
        assertThat(browser.get("/oauth2/authorization/provider").location()).endsWith("/login");
    }

    private long remembered() {
        return server.database()
                .jdbc()
                .sql("select count(*) from persistent_logins where username = ?")
                .param(email)
                .query(Long.class)
                .single();
    }
}
