package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.context.SecurityContextHolder;

class AccessTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void letsInWhoseRoleIsHighEnough(Action action) {
        UUID workspace = fixture.workspaceOf(fixture.first());
        for (Role role : Role.values()) {
            Person person = fixture.member(workspace, role);
            WorkspaceFixture.signIn(person);

            if (role.atLeast(action.least())) {
                assertThat(fixture.access.require(workspace, action)).isEqualTo(person);
            } else {
                assertRefused(workspace, action, AccessRefused.Reason.ROLE_TOO_LOW);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void letsTokensForReadingOnlyRead(Action action) {
        Person owner = fixture.first();
        fixture.signInToRead(owner);

        if (action.isChange()) {
            assertRefused(fixture.workspaceOf(owner), action, AccessRefused.Reason.ROLE_TOO_LOW);
        } else {
            fixture.access.check(fixture.workspaceOf(owner), action);
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void letsNobodyChangeWhatIsArchived(Action action) {
        Person owner = fixture.first();
        WorkspaceFixture.signIn(owner);
        fixture.database.jdbc().sql("update workspace set archived_at = now()").update();

        if (action.isChange() && action != Action.MANAGE) {
            assertRefused(fixture.workspaceOf(owner), action, AccessRefused.Reason.ARCHIVED);
        } else {
            fixture.access.check(fixture.workspaceOf(owner), action);
        }
    }

    @Test
    void hidesWhatIsDeletedEvenFromItsOwner() {
        Person owner = fixture.first();
        UUID workspace = fixture.workspaceOf(owner);
        WorkspaceFixture.signIn(owner);
        fixture.database.jdbc().sql("update workspace set deleted_at = now()").update();

        assertRefused(workspace, Action.SEE, AccessRefused.Reason.OTHER_WORKSPACE);
    }

    @Test
    void letsVisitorsWithAPassLookButNeverChange() {
        UUID workspace = fixture.workspaceOf(fixture.first());
        UUID shared = UUID.randomUUID();
        fixture.beans.addBean("pass", (Pass) (place, action) -> action == Action.SEE && shared.equals(place.project()));

        fixture.access.check(Place.project(workspace, shared), Action.SEE);
        assertRefused(Place.project(workspace, shared), Action.EDIT, AccessRefused.Reason.NOT_SIGNED_IN);
        assertRefused(Place.project(workspace, UUID.randomUUID()), Action.SEE, AccessRefused.Reason.NOT_SIGNED_IN);
        assertRefused(Place.workspace(workspace), Action.SEE, AccessRefused.Reason.NOT_SIGNED_IN);
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(fixture.access.current()).isEmpty();
        assertRefused(fixture.workspaceOf(fixture.first()), Action.SEE, AccessRefused.Reason.NOT_SIGNED_IN);
    }

    @Test
    void answersForAnotherWorkspaceAsIfItDidNotExist() {
        WorkspaceFixture.signIn(fixture.first());

        assertRefused(UUID.randomUUID(), Action.SEE, AccessRefused.Reason.OTHER_WORKSPACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from account",
                "update account set disabled_at = now()",
                "update account set sign_in_epoch = sign_in_epoch + 1"
            })
    void forgetsAnAccountThatIsGoneOrSignedOutEverywhereAtOnce(String change) {
        Person person = fixture.first();
        WorkspaceFixture.signIn(person);

        fixture.database.jdbc().sql(change).update();

        assertThat(fixture.access.current()).isEmpty();
    }

    @Test
    void obeysAChangedRoleAtOnce() {
        Person person = fixture.first();
        WorkspaceFixture.signIn(person);

        fixture.database.jdbc().sql("update member set role = 'VIEWER'").update();

        assertRefused(fixture.workspaceOf(person), Action.EDIT, AccessRefused.Reason.ROLE_TOO_LOW);
    }

    private void assertRefused(UUID workspace, Action action, AccessRefused.Reason reason) {
        assertRefused(Place.workspace(workspace), action, reason);
    }

    private void assertRefused(Place place, Action action, AccessRefused.Reason reason) {
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> fixture.access.check(place, action))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason))
                .satisfies(refused -> assertThat(refused.problem().fix()).isNotBlank());
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> fixture.access.require(place, action));
        assertThat(fixture.access.allows(place, action)).isFalse();
    }
}
