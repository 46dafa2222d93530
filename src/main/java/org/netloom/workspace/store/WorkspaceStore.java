package org.netloom.workspace.store;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.Place;
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

    /** How an account stands to a place; where there is no such workspace, nobody is in it. */
    public Standing standing(Place place, UUID account) {
        return jdbc.sql("""
                        select member.role, workspace.archived_at is not null as archived,
                               workspace.deleted_at is not null as deleted, project.archived_at is not null as project_archived
                          from workspace
                          left join member on member.workspace_id = workspace.id and member.account_id = :account
                          left join project on project.id = :project
                         where workspace.id = :workspace
                        """)
                .param("workspace", place.workspace())
                .param("project", place.project(), Types.OTHER)
                .param("account", account)
                .query((row, index) -> new Standing(
                        Optional.ofNullable(row.getString("role")).map(Role::valueOf),
                        row.getBoolean("archived"),
                        row.getBoolean("project_archived"),
                        row.getBoolean("deleted")))
                .optional()
                .orElse(new Standing(Optional.empty(), false, false, false));
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
        jdbc.sql("update account set last_workspace_id = :workspace where id = :account"
                        + " and last_workspace_id is distinct from :workspace")
                .param("workspace", workspace)
                .param("account", account)
                .update();
    }

    /** Lets one transaction after the other make workspaces for this account. Held to the transaction's end. */
    public void holdAccount(UUID account) {
        jdbc.sql("select id from account where id = ? for no key update")
                .param(account)
                .query(UUID.class)
                .optional();
    }

    /** How many the account owns, those included that are deleted but not gone. */
    public int owned(UUID account) {
        return jdbc.sql("select count(*) from member where account_id = ? and role = 'OWNER'")
                .param(account)
                .query(Integer.class)
                .single();
    }

    public void add(UUID id, String name, UUID owner) {
        jdbc.sql("insert into workspace (id, name) values (?, ?)")
                .params(id, name)
                .update();
        addOwner(id, owner);
    }

    public void addPersonal(UUID id, String name, UUID owner) {
        jdbc.sql("insert into workspace (id, name, personal_of) values (?, ?, ?)")
                .params(id, name, owner)
                .update();
        addOwner(id, owner);
    }

    private void addOwner(UUID workspace, UUID account) {
        jdbc.sql("insert into member (workspace_id, account_id, role) values (?, ?, 'OWNER')")
                .params(workspace, account)
                .update();
    }

    public void rename(UUID id, String name) {
        jdbc.sql("update workspace set name = ? where id = ?").params(name, id).update();
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
                .query(MemberStore::read)
                .list();
    }
}
