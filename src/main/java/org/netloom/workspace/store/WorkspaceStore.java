package org.netloom.workspace.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.Role;
import org.netloom.workspace.Standing;
import org.netloom.workspace.Workspaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Workspaces and their members. */
@Repository
public class WorkspaceStore {

    private final JdbcClient jdbc;

    WorkspaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How an account stands to a workspace; one that does not exist has nobody. */
    public Standing standing(UUID workspace, UUID account) {
        return jdbc.sql("""
                        select member.role, workspace.archived_at is not null as archived,
                               workspace.deleted_at is not null as deleted
                          from workspace
                          left join member on member.workspace_id = workspace.id and member.account_id = :account
                         where workspace.id = :workspace
                        """)
                .param("workspace", workspace)
                .param("account", account)
                .query((row, index) -> new Standing(
                        Optional.ofNullable(row.getString("role")).map(Role::valueOf),
                        row.getBoolean("archived"),
                        row.getBoolean("deleted")))
                .optional()
                .orElse(new Standing(Optional.empty(), false, false));
    }

    /** Those of an account, its own first, then by name. */
    public List<Workspaces.Workspace> of(UUID account) {
        return jdbc.sql("""
                        select workspace.id, workspace.name, member.role, workspace.personal_of = :account as personal,
                               workspace.archived_at is not null as archived
                          from workspace join member on member.workspace_id = workspace.id
                         where member.account_id = :account and workspace.deleted_at is null
                         order by workspace.personal_of = :account desc nulls last, lower(workspace.name), workspace.id
                        """)
                .param("account", account)
                .query((row, index) -> new Workspaces.Workspace(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("personal"),
                        row.getBoolean("archived")))
                .list();
    }

    public Optional<UUID> lastUsed(UUID account) {
        return jdbc.sql("select last_workspace_id from account where id = ? and last_workspace_id is not null")
                .param(account)
                .query(UUID.class)
                .optional();
    }

    public void use(UUID workspace, UUID account) {
        jdbc.sql("update account set last_workspace_id = ? where id = ?")
                .params(workspace, account)
                .update();
    }

    /** In the order in which they joined. */
    public List<Workspaces.Member> members(UUID workspace) {
        return jdbc.sql("""
                        select account.id, account.email, account.name, member.role
                          from member join account on account.id = member.account_id
                         where member.workspace_id = :workspace
                         order by member.joined_at, account.email
                        """)
                .param("workspace", workspace)
                .query((row, index) -> new Workspaces.Member(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role"))))
                .list();
    }
}
