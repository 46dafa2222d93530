package org.netloom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netloom.workspace.store.StoreFixture;

class AuditLogTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final AuditLog log = new AuditLog(fixture.access, StoreFixture.audit(fixture.database.jdbc()));
    private final Person administrator = fixture.first();
    private final Person mallory = fixture.somebody("mallory");
    private final UUID workspace = fixture.workspaceOf(mallory);

    @AfterEach
    void signOut() {
        org.springframework.security.core.context.SecurityContextHolder.clearContext();
    }

    private void joins(Person person) {
        fixture.store.addMember(workspace, person.account(), Role.VIEWER);
    }

    private void note(Deed deed, String subject, String detail) {
        fixture.chronicle.note(deed, administrator.account(), administrator.name(), subject, detail);
    }

    private List<AuditEntry> read(AuditFilter filter) {
        WorkspaceFixture.signIn(mallory);
        return log.of(workspace, filter, 0, 100);
    }

    @Test
    void ownersReadHowTheirMembersCameInButNotFromWhere() {
        joins(administrator);
        note(Deed.SIGNED_IN, administrator.email(), "203.0.113.7");
        note(Deed.TOKEN_MADE, "report", "READ");

        assertThat(read(AuditFilter.NONE))
                .extracting(AuditEntry::deed)
                .containsExactly(Deed.TOKEN_MADE, Deed.SIGNED_IN)
                .allMatch(Deed::isReadByOwners);
        assertThat(read(AuditFilter.NONE)).extracting(AuditEntry::detail).containsOnly("");
    }

    /** Everybody may let everybody into a workspace of their own: that must not show what an administrator does elsewhere. */
    @Test
    void ownersReadNothingElseThatMembersDoOutsideOfTheWorkspace() {
        joins(administrator);
        note(Deed.INVITED, "secret-guest@example.org", "");
        note(Deed.ACCOUNT_DISABLED, "victim@example.org", "Victim");
        note(Deed.ADMINISTRATOR_MADE, "deputy@example.org", "Deputy");
        note(Deed.IDENTITY_CONNECTED, "https://id.example.org", "");

        assertThat(read(AuditFilter.NONE)).isEmpty();
        WorkspaceFixture.signIn(administrator);
        assertThat(log.ofAccounts(AuditFilter.NONE, 0, 100))
                .hasSize(4)
                .extracting(AuditEntry::deed)
                .allMatch(Deed::isReadByAdministrators)
                .noneMatch(Deed::isOfMembers);
    }

    @Test
    void whatMembersDidBeforeTheyJoinedIsTheirs() {
        note(Deed.SIGNED_IN, administrator.email(), "");
        joins(administrator);

        assertThat(read(AuditFilter.NONE)).isEmpty();
    }

    @Test
    void bothKindsComeInOneOrderAndAreFilteredAlike() {
        joins(administrator);
        note(Deed.SIGNED_IN, administrator.email(), "");
        fixture.chronicle.note(
                Deed.ROLE_CHANGED,
                mallory,
                Place.workspace(workspace),
                administrator.account(),
                "Ada",
                "viewer → editor");
        note(Deed.PASSWORD_CHANGED, administrator.email(), "");

        assertThat(read(AuditFilter.NONE))
                .extracting(AuditEntry::deed)
                .containsExactly(Deed.PASSWORD_CHANGED, Deed.ROLE_CHANGED, Deed.SIGNED_IN);
        assertThat(read(new AuditFilter(Deed.ROLE_CHANGED, null, null, null)))
                .extracting(AuditEntry::detail)
                .containsExactly("viewer → editor");
        assertThat(read(new AuditFilter(null, administrator.account(), null, null)))
                .hasSize(2);
    }
}
