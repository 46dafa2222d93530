package org.netloom.workspace.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the stores to the tests of the module. */
public final class StoreFixture {

    private StoreFixture() {}

    public static AccountStore accounts(JdbcClient jdbc) {
        return new AccountStore(jdbc);
    }

    public static TokenStore tokens(JdbcClient jdbc) {
        return new TokenStore(jdbc);
    }

    public static WorkspaceStore workspaces(JdbcClient jdbc) {
        return new WorkspaceStore(jdbc);
    }

    public static ChronicleStore chronicle(JdbcClient jdbc) {
        return new ChronicleStore(jdbc);
    }

    public static MemberStore members(JdbcClient jdbc) {
        return new MemberStore(jdbc);
    }

    public static PutAwayStore putAway(JdbcClient jdbc) {
        return new PutAwayStore(jdbc);
    }

    public static AuditStore audit(JdbcClient jdbc) {
        return new AuditStore(jdbc);
    }

    public static SpentStore spent(JdbcClient jdbc) {
        return new SpentStore(jdbc);
    }

    public static GuessStore guesses(JdbcClient jdbc) {
        return new GuessStore(jdbc);
    }

    public static InvitationStore invitations(JdbcClient jdbc) {
        return new InvitationStore(jdbc);
    }

    public static IdentityStore identities(JdbcClient jdbc) {
        return new IdentityStore(jdbc);
    }
}
