package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.netloom.api.TestBrowser.Page;
import org.netloom.process.RunningNetloom;
import org.netloom.workspace.store.IdentityStore;

/** The whole way to a real OpenID Connect provider and back, over HTTP. */
class ProviderSignInTest {

    private static final String TO_PROVIDER = "/oauth2/authorization/provider";
    private static ApiServer server;
    private static TestProvider provider;

    private final String name = "grace" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = name + "@example.org";
    private final TestBrowser browser = new TestBrowser(server);

    @BeforeAll
    static void start() {
        int port = RunningNetloom.freePort();
        provider = new TestProvider(port);
        server = ApiServer.with(
                "--server.port=" + port,
                "--NETLOOM_OIDC_ISSUER=" + provider.issuer(),
                "--NETLOOM_OIDC_CLIENT_ID=" + TestProvider.CLIENT,
                "--NETLOOM_OIDC_CLIENT_SECRET=" + TestProvider.SECRET,
                "--NETLOOM_OIDC_NAME=Example University",
                "--NETLOOM_OIDC_SIGN_UP=anyone");
    }

    @AfterAll
    static void stop() {
        server.stop();
        provider.close();
    }

    /** To the provider and back; where Netloom leads then. */
    private String signIn(TestBrowser with, String who) {
        String request = with.get(TO_PROVIDER).location();
        return with.get(provider.passes(with, request, who)).location();
    }

    @Test
    void makesAnAccountForAVerifiedAddressAndFindsItAgain() {
        provider.knows(name, email, true);

        assertThat(signIn(browser, name)).doesNotContain("error");
        String account = browser.account();
        assertThat(account).contains(email, name.toUpperCase(java.util.Locale.ROOT));

        // Another address there is the same person still.
        provider.knows(name, "married-" + email, true);
        TestBrowser later = new TestBrowser(server);
        signIn(later, name);
        assertThat(later.account()).isEqualTo(account);
        assertThat(deeds()).contains("ACCOUNT_MADE", "IDENTITY_CONNECTED", "SIGNED_IN");
    }

    @Test
    void sendsStateNonceAndProofKey() {
        String request = browser.get(TO_PROVIDER).location();

        assertThat(request)
                .startsWith(provider.issuer() + "/oauth2/authorize?")
                .contains("response_type=code", "state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
        assertThat(request.replaceAll(".*redirect_uri=([^&]*).*", "$1")).endsWith("/login/oauth2/code/provider");
    }

    @Test
    void refusesAnAnswerWithAnotherState() {
        provider.knows(name, email, true);
        String back = provider.passes(browser, browser.get(TO_PROVIDER).location(), name);
        String forged = back.replaceAll("state=[^&]*", "state=forged");

        assertThat(browser.get(forged).location()).endsWith("/login?error=provider-failed");
        assertThat(browser.account()).isEmpty();
    }

    @Test
    void refusesAnAnswerInABrowserThatDidNotAsk() {
        provider.knows(name, email, true);
        String back = provider.passes(browser, browser.get(TO_PROVIDER).location(), name);
        TestBrowser victim = new TestBrowser(server);
        victim.get(TO_PROVIDER);

        assertThat(victim.get(back).location()).endsWith("/login?error=provider-failed");
        assertThat(victim.account()).isEmpty();
    }

    @Test
    void refusesATokenMadeForAnotherRequest() {
        String replayed = "replayed" + name;
        provider.knows(replayed, email, true);

        assertThat(signIn(browser, replayed)).endsWith("/login?error=provider-failed");
        assertThat(browser.account()).isEmpty();
    }

    @Test
    void makesNoAccountForAnUnverifiedAddress() {
        provider.knows(name, email, false);

        assertThat(signIn(browser, name)).endsWith("/login?error=provider-unverified");
        assertThat(browser.account()).isEmpty();
    }

    @Test
    void neverTakesOverAnAccountByItsAddress() {
        for (boolean verified : new boolean[] {false, true}) {
            provider.knows(name, ApiServer.EMAIL, verified);
            TestBrowser thief = new TestBrowser(server);

            assertThat(signIn(thief, name)).contains("/login?error=provider-");
            assertThat(thief.account()).isEmpty();
        }
        assertThat(server.bean(IdentityStore.class).of(server.account())).isEmpty();
    }

    @Test
    void getsAnotherSessionIdAtSignIn() {
        provider.knows(name, email, true);
        String back = provider.passes(browser, browser.get(TO_PROVIDER).location(), name);
        String before = browser.cookie(TestBrowser.SESSION);
        browser.get(back);

        assertThat(browser.account()).contains(email);
        assertThat(browser.cookie(TestBrowser.SESSION)).isNotEqualTo(before);
        TestBrowser attacker = new TestBrowser(server);
        attacker.plant(TestBrowser.SESSION, before);
        assertThat(attacker.account()).isEmpty();
    }

    @Test
    void connectsNothingToASignedInAccountWithoutItsClick() {
        provider.knows(name, email, true);
        browser.signIn(ApiServer.EMAIL, ApiServer.PASSWORD);

        signIn(browser, name);

        assertThat(browser.account()).contains(email);
        assertThat(server.bean(IdentityStore.class).of(server.account())).isEmpty();
    }

    @Test
    void letsNobodyInWhoseAccountIsDisabled() {
        provider.knows(name, email, true);
        signIn(browser, name);
        server.database()
                .jdbc()
                .sql("update account set disabled_at = now() where email = ?")
                .param(email)
                .update();

        assertThat(browser.get("/runs").location()).endsWith("/login?ended");
        assertThat(signIn(new TestBrowser(server), name)).endsWith("/login?error=provider-disabled");
    }

    @Test
    void cannotBePassedByAPassword() {
        provider.knows(name, email, true);
        signIn(browser, name);

        for (String guess : new String[] {"", "null", name}) {
            Page page = new TestBrowser(server).signIn(email, guess);
            assertThat(page.location()).endsWith("/login?error=wrong");
        }
    }

    private static String deeds() {
        return server.database()
                .jdbc()
                .sql("select string_agg(deed, ' ') from deed")
                .query(String.class)
                .single();
    }
}
