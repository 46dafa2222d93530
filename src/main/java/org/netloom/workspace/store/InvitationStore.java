package org.netloom.workspace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Invitations;
import org.netloom.workspace.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations, known only by the SHA-256 of their link's secret. */
@Repository
public class InvitationStore {

    /** Open: not used, revoked or over, and whoever invited could do it still. */
    private static final String OPEN = """
              from invitation
              join account inviter on inviter.id = invitation.invited_by
              left join workspace on workspace.id = invitation.workspace_id
             where invitation.used_at is null and invitation.revoked_at is null and invitation.expires_at > now()
               and inviter.disabled_at is null and workspace.deleted_at is null
               and case when invitation.workspace_id is null then inviter.administrator
                        else exists (select 1 from member
                                      where member.workspace_id = invitation.workspace_id
                                        and member.account_id = inviter.id and member.role = 'OWNER') end
            """;

    private static final String COLUMNS = """
            select invitation.id, invitation.workspace_id, workspace.name as workspace, invitation.role, invitation.email,
                   inviter.name as inviter, invitation.created_at, invitation.expires_at
            """;

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(
            UUID id,
            @Nullable UUID workspace,
            @Nullable Role role,
            @Nullable String email,
            byte[] hash,
            UUID inviter,
            Instant expires) {
        jdbc.sql("""
                        insert into invitation (id, workspace_id, role, email, hash, invited_by, expires_at)
                        values (:id, :workspace, :role, :email, :hash, :inviter, :expires)
                        """)
                .param("id", id)
                .param("workspace", workspace)
                .param("role", role == null ? null : role.name())
                .param("email", email)
                .param("hash", hash)
                .param("inviter", inviter)
                .param("expires", Times.at(expires))
                .update();
    }

    public Optional<Invitations.Invitation> find(byte[] hash) {
        return jdbc.sql(COLUMNS + OPEN + " and invitation.hash = :hash")
                .param("hash", hash)
                .query(InvitationStore::invitation)
                .optional();
    }

    public Optional<Invitations.Invitation> find(UUID id) {
        return jdbc.sql(COLUMNS + OPEN + " and invitation.id = :id")
                .param("id", id)
                .query(InvitationStore::invitation)
                .optional();
    }

    /** Those to a workspace that can be used; of none: those that make an account only. */
    public List<Invitations.Invitation> open(@Nullable UUID workspace) {
        return jdbc.sql(COLUMNS + OPEN + """
                         and invitation.workspace_id is not distinct from :workspace::uuid
                         order by invitation.created_at desc, invitation.id
                        """)
                .param("workspace", workspace)
                .query(InvitationStore::invitation)
                .list();
    }

    /** Uses one up. False when somebody else just did, or it is open no more for another reason. */
    public boolean use(UUID id, UUID account) {
        return jdbc.sql("update invitation set used_at = now(), used_by = :account"
                                + " where used_at is null and revoked_at is null and id = (select invitation.id" + OPEN
                                + " and invitation.id = :id)")
                        .param("account", account)
                        .param("id", id)
                        .update()
                == 1;
    }

    public boolean revoke(@Nullable UUID workspace, UUID id) {
        return jdbc.sql("""
                        update invitation set revoked_at = now()
                         where id = :id and workspace_id is not distinct from :workspace::uuid
                           and used_at is null and revoked_at is null
                        """).param("id", id).param("workspace", workspace).update() == 1;
    }

    private static Invitations.Invitation invitation(ResultSet row, int index) throws SQLException {
        String role = row.getString("role");
        return new Invitations.Invitation(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getString("workspace"),
                role == null ? null : Role.valueOf(role),
                row.getString("email"),
                row.getString("inviter"),
                Times.from(row, "created_at"),
                Times.from(row, "expires_at"));
    }
}
