package org.netloom.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.TestDatabase;
import org.netloom.api.TestBrowser.Page;
import org.netloom.process.RunningNetloom;

/** The whole way to a real OpenID Connect provider and back, over HTTP. */
@Tag("thorough")
class ProviderSignInTest {

    private static final String TO_PROVIDER = "/oauth2/authorization/provider";
    private static final int PORT = RunningNetloom.freePort();
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    private static Path home;

    private static TestProvider provider;

    /** A process of its own: two in one would fight for who is signed in. */
    private static RunningNetloom netloom;

    private final String name = "grace" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = name + "@example.org";
    private final TestBrowser browser = new TestBrowser(PORT);

    @BeforeAll
    static void start() {
        provider = new TestProvider(PORT);
        Map<String, String> environment = new HashMap<>(DATABASE.environment());
        environment.put("NETLOOM_ADMIN_EMAIL", RunningNetloom.EMAIL);
        environment.put("NETLOOM_ADMIN_PASSWORD", RunningNetloom.PASSWORD);
        environment.put("NETLOOM_OIDC_ISSUER", provider.issuer());
        environment.put("NETLOOM_OIDC_CLIENT_ID", TestProvider.CLIENT);
        environment.put("NETLOOM_OIDC_CLIENT_SECRET", TestProvider.SECRET);
        environment.put("NETLOOM_OIDC_NAME", "Example University");
        environment.put("NETLOOM_OIDC_SIGN_UP", "anyone");
        netloom = RunningNetloom.start("web", home, PORT, environment).awaitReady();
    }

    @AfterAll
    static void stop() {
        netloom.close();
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
        TestBrowser later = new TestBrowser(PORT);
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
        TestBrowser victim = new TestBrowser(PORT);
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
            provider.knows(name, RunningNetloom.EMAIL, verified);
            TestBrowser thief = new TestBrowser(PORT);

            assertThat(signIn(thief, name)).contains("/login?error=provider-");
            assertThat(thief.account()).isEmpty();
        }
        assertThat(identitiesOf(RunningNetloom.EMAIL)).isZero();
    }

    @Test
    void getsAnotherSessionIdAtSignIn() {
        provider.knows(name, email, true);
        String back = provider.passes(browser, browser.get(TO_PROVIDER).location(), name);
        String before = browser.cookie(TestBrowser.SESSION);
        browser.get(back);

        assertThat(browser.account()).contains(email);
        assertThat(browser.cookie(TestBrowser.SESSION)).isNotEqualTo(before);
        TestBrowser attacker = new TestBrowser(PORT);
        attacker.plant(TestBrowser.SESSION, before);
        assertThat(attacker.account()).isEmpty();
    }

    @Test
    void connectsNothingToASignedInAccountWithoutItsClick() {
        provider.knows(name, email, true);
        browser.signIn(RunningNetloom.EMAIL, RunningNetloom.PASSWORD);

        signIn(browser, name);

        assertThat(browser.account()).contains(email);
        assertThat(identitiesOf(RunningNetloom.EMAIL)).isZero();
    }

    @Test
    void letsNobodyInWhoseAccountIsDisabled() {
        provider.knows(name, email, true);
        signIn(browser, name);
        DATABASE.jdbc()
                .sql("update account set disabled_at = now() where email = ?")
                .param(email)
                .update();

        assertThat(browser.get("/runs").location()).endsWith("/login?ended");
        assertThat(signIn(new TestBrowser(PORT), name)).endsWith("/login?error=provider-disabled");
    }

    @Test
    void cannotBePassedByAPassword() {
        provider.knows(name, email, true);
        signIn(browser, name);

        for (String guess : new String[] {"", "null", name}) {
            Page page = new TestBrowser(PORT).signIn(email, guess);
            assertThat(page.location()).endsWith("/login?error=wrong");
        }
    }

    private static String deeds() {
        return DATABASE.jdbc()
                .sql("select string_agg(deed, ' ') from deed")
                .query(String.class)
                .single();
    }

    private static long identitiesOf(String email) {
        return DATABASE.jdbc()
                .sql(
                        "select count(*) from account_identity join account on account.id = account_id where account.email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }
}
