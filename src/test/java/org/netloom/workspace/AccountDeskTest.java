package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netloom.design.Problem;
import org.springframework.security.core.context.SecurityContextHolder;

class AccountDeskTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final Person administrator = fixture.first();
    private final Person grace = fixture.somebody("grace");

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void endsTheSessionsOfADisabledAccountAtOnceAndForGood() {
        SignedIn session = fixture.accounts.signIn(grace.email()).orElseThrow();
        WorkspaceFixture.signIn(administrator);
        assertThat(fixture.desk.disable(grace.account()).get().disabled()).isTrue();

        WorkspaceFixture.signIn(session);
        assertThat(fixture.access.current()).isEmpty();
        assertThat(fixture.accounts.signIn(grace.email())).isEmpty();

        WorkspaceFixture.signIn(administrator);
        assertThat(fixture.desk.enable(grace.account()).get().disabled()).isFalse();
        WorkspaceFixture.signIn(session);
        assertThat(fixture.access.current()).isEmpty();
        assertThat(fixture.accounts.signIn(grace.email())).isPresent();
        assertThat(fixture.deeds()).containsExactly(Deed.ACCOUNT_DISABLED, Deed.ACCOUNT_ENABLED);
    }

    @Test
    void tellsWhenSomebodyWasSeenLastWhateverIsDoneToThem() {
        fixture.chronicle.note(Deed.SIGNED_IN, grace.account(), grace.name(), grace.email(), "");
        fixture.chronicle.note(Deed.SIGN_IN_REFUSED, grace.account(), grace.name(), grace.email(), "");
        WorkspaceFixture.signIn(administrator);
        AccountDesk.Account listed = fixture.desk.all().stream()
                .filter(each -> each.id().equals(grace.account()))
                .findFirst()
                .orElseThrow();

        assertThat(listed.seenAt()).isNotNull();
        assertThat(fixture.desk.disable(grace.account()).get().seenAt()).isEqualTo(listed.seenAt());
    }

    @Test
    void keepsTheLastAdministrator() {
        WorkspaceFixture.signIn(administrator);

        assertThat(fixture.desk.disable(administrator.account()).problems())
                .extracting(Problem::code)
                .containsExactly("last-administrator");
        assertThat(fixture.desk.unmakeAdministrator(administrator.account()).isOk())
                .isFalse();
        assertThat(fixture.access.current()).contains(administrator);

        assertThat(fixture.desk.makeAdministrator(grace.account()).get().administrator())
                .isTrue();
        assertThat(fixture.desk.disable(administrator.account()).isOk()).isTrue();
        assertThat(fixture.access.current()).isEmpty();
    }

    @Test
    void keepsOneAdministratorWhenTwoDisableEachOther() throws Exception {
        for (int round = 0; round < 10; round++) {
            fixture.database
                    .jdbc()
                    .sql("update account set administrator = true, disabled_at = null, sign_in_epoch = 0")
                    .update();
            List<Future<Boolean>> answers = new ArrayList<>();
            try (ExecutorService people = Executors.newFixedThreadPool(2)) {
                answers.add(people.submit(disabling(administrator, grace.account())));
                answers.add(people.submit(disabling(grace, administrator.account())));
            }
            assertThat(answers.get(0).get() ^ answers.get(1).get()).isTrue();
            assertThat(fixture.store.administrators()).isEqualTo(1);
        }
    }

    private Callable<Boolean> disabling(Person who, UUID whom) {
        return () -> {
            try {
                WorkspaceFixture.signIn(who);
                return fixture.desk.disable(whom).isOk();
            } catch (AccessRefused refused) {
                return false;
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
    }

    @Test
    void listsEverybody() {
        WorkspaceFixture.signIn(administrator);

        assertThat(fixture.desk.all())
                .extracting(AccountDesk.Account::email)
                .containsExactly("ada@example.org", "grace@example.org");
    }

    @Test
    void isLeftToAdministrators() {
        WorkspaceFixture.signIn(grace);

        assertThatExceptionOfType(AccessRefused.class).isThrownBy(fixture.desk::all);
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> fixture.desk.disable(administrator.account()));
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> fixture.desk.makeAdministrator(grace.account()));
    }
}
