package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netloom.design.Problem;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

class OwnAccountTest {

    private static final String HERE = "10.0.0.1";
    private static final String BETTER = "staple battery horse";

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final Person person = fixture.first();

    @BeforeEach
    void signIn() {
        WorkspaceFixture.signIn(person);
        fixture.database
                .jdbc()
                .sql("insert into persistent_logins values ('ada@example.org', 'series', 'token', now())")
                .update();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void takesAnotherName() {
        assertThat(fixture.own.rename(" Countess ").get().name()).isEqualTo("Countess");
        assertThat(fixture.access.current().orElseThrow().name()).isEqualTo("Countess");
        assertThat(fixture.own.rename(" ").problems())
                .extracting(Problem::parameter)
                .containsExactly("name");
    }

    @Test
    void endsEverySessionWithItsPassword() {
        assertThat(fixture.own
                        .changePassword(WorkspaceFixture.PASSWORD, BETTER, HERE)
                        .isOk())
                .isTrue();

        assertThat(fixture.access.current()).isEmpty();
        assertThat(fixture.count("persistent_logins")).isZero();
        WorkspaceFixture.signIn(fixture.accounts.signIn(person.email()).orElseThrow());
        assertThat(fixture.access.current()).contains(person);
        assertThat(fixture.own
                        .changePassword(BETTER, WorkspaceFixture.PASSWORD, HERE)
                        .isOk())
                .isTrue();
        assertThat(fixture.deeds()).containsExactly(Deed.PASSWORD_CHANGED, Deed.PASSWORD_CHANGED);
    }

    @Test
    void keepsItsPasswordFromWhoDoesNotKnowIt() {
        assertThat(fixture.own.changePassword("a guess of mine", BETTER, HERE).problems())
                .extracting(Problem::code)
                .containsExactly("password-wrong");
        assertThat(fixture.own
                        .changePassword(WorkspaceFixture.PASSWORD, "short", HERE)
                        .problems())
                .extracting(Problem::code)
                .containsExactly("password-short");
        assertThat(fixture.access.current()).contains(person);
        assertThat(fixture.count("persistent_logins")).isEqualTo(1);
    }

    @Test
    void letsNobodyGuessTheOldPassword() {
        for (int i = 0; i < 5; i++) {
            fixture.own.changePassword("a guess of mine", BETTER, HERE);
        }
        assertThat(fixture.own
                        .changePassword(WorkspaceFixture.PASSWORD, BETTER, HERE)
                        .problems())
                .extracting(Problem::code)
                .containsExactly("sign-in-wait");
        fixture.now = fixture.now.plus(Duration.ofMinutes(1));
        assertThat(fixture.own
                        .changePassword(WorkspaceFixture.PASSWORD, BETTER, HERE)
                        .isOk())
                .isTrue();
    }

    @Test
    void isSignedOutEverywhere() {
        fixture.own.signOutEverywhere();

        assertThat(fixture.access.current()).isEmpty();
        assertThat(fixture.count("persistent_logins")).isZero();
        assertThat(fixture.deeds()).containsExactly(Deed.SIGNED_OUT_EVERYWHERE);
    }

    @Test
    void getsNoPasswordInASessionLeftOpen() {
        fixture.database.jdbc().sql("update account set password = null").update();

        assertThat(fixture.own.hasPassword()).isFalse();
        assertThat(fixture.own.changePassword("", BETTER, HERE).problems())
                .extracting(Problem::code)
                .containsExactly("password-wrong");
    }

    @Test
    void keepsTheLastWayIn() throws InterruptedException {
        fixture.identities.add("https://id.example.org", "1", person.account(), "ada@example.org");
        OwnAccount.Identity identity = fixture.own.identities().getFirst();
        fixture.database.jdbc().sql("update account set password = null").update();
        assertThat(fixture.own.disconnect(identity).problems())
                .extracting(Problem::code)
                .containsExactly("last-way-in");

        fixture.identities.add("https://id.example.org", "2", person.account(), null);
        bothAtOnceLeaveOne(person);
        fixture.database.jdbc().sql("delete from account_identity").update();
        fixture.identities.add("https://id.example.org", "1", person.account(), "ada@example.org");
        fixture.identities.add("https://id.example.org", "2", person.account(), null);
        assertThat(fixture.own.disconnect(identity).isOk()).isTrue();
        assertThat(fixture.own.identities())
                .extracting(OwnAccount.Identity::subject)
                .containsExactly("2");
    }

    private void bothAtOnceLeaveOne(Person person) throws InterruptedException {
        SecurityContext context = SecurityContextHolder.getContext();
        List<Callable<Boolean>> both = new ArrayList<>();
        for (OwnAccount.Identity identity : fixture.own.identities()) {
            both.add(() -> {
                SecurityContextHolder.setContext(context);
                return fixture.own.disconnect(identity).isOk();
            });
        }
        try (ExecutorService tabs = Executors.newFixedThreadPool(both.size())) {
            assertThat(tabs.invokeAll(both)).hasSize(2);
        }
        assertThat(fixture.identities.of(person.account())).hasSize(1);
    }
}
