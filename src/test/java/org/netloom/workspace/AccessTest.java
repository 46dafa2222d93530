package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.core.context.SecurityContextHolder;

class AccessTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWER, VIEWER, true", "VIEWER, EDITOR, false", "VIEWER, OWNER, false",
        "EDITOR, VIEWER, true", "EDITOR, EDITOR, true", "EDITOR, OWNER, false",
        "OWNER, VIEWER, true", "OWNER, EDITOR, true", "OWNER, OWNER, true"
    })
    void letsInWhoseRoleIsHighEnough(Role has, Role needs, boolean allowed) {
        UUID workspace = fixture.first().workspace();
        Person person = fixture.member(workspace, has);
        WorkspaceFixture.signIn(person);

        if (allowed) {
            assertThat(fixture.access.require(workspace, needs)).isEqualTo(person);
        } else {
            assertRefused(workspace, needs, AccessRefused.Reason.ROLE_TOO_LOW);
        }
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(fixture.access.current()).isEmpty();
        assertRefused(fixture.first().workspace(), Role.VIEWER, AccessRefused.Reason.NOT_SIGNED_IN);
    }

    @Test
    void answersForAnotherWorkspaceAsIfItDidNotExist() {
        WorkspaceFixture.signIn(fixture.first());

        assertRefused(UUID.randomUUID(), Role.VIEWER, AccessRefused.Reason.OTHER_WORKSPACE);
    }

    @Test
    void forgetsAnAccountThatIsGoneAtOnce() {
        Person person = fixture.first();
        WorkspaceFixture.signIn(person);

        fixture.database.jdbc().sql("delete from account").update();

        assertThat(fixture.access.current()).isEmpty();
    }

    @Test
    void obeysAChangedRoleAtOnce() {
        Person person = fixture.first();
        WorkspaceFixture.signIn(person);

        fixture.database.jdbc().sql("update member set role = 'VIEWER'").update();

        assertRefused(person.workspace(), Role.EDITOR, AccessRefused.Reason.ROLE_TOO_LOW);
    }

    private void assertRefused(UUID workspace, Role needs, AccessRefused.Reason reason) {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> fixture.access.require(workspace, needs))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason))
                .satisfies(refused -> assertThat(refused.problem().fix()).isNotBlank());
    }
}
