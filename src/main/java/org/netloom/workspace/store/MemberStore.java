package org.netloom.workspace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.Person;
import org.netloom.workspace.Role;
import org.netloom.workspace.Workspaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes who is in a workspace. */
@Repository
public class MemberStore {

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> account(String email) {
        return jdbc.sql(
                        "select id, email, name, administrator from account where lower(email) = lower(?) and disabled_at is null")
                .param(email)
                .query((row, index) -> new Person(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("name"),
                        row.getBoolean("administrator")))
                .optional();
    }

    public Optional<Workspaces.Member> find(UUID workspace, UUID account) {
        return jdbc.sql("""
                        select account.id, account.email, account.name, member.role
                          from member join account on account.id = member.account_id
                         where member.workspace_id = ? and member.account_id = ?
                        """).params(workspace, account).query(MemberStore::read).optional();
    }

    static Workspaces.Member read(ResultSet row, int index) throws SQLException {
        return new Workspaces.Member(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")));
    }

    /** Owners beside this one who can sign in. */
    public int otherOwners(UUID workspace, UUID account) {
        return jdbc.sql("""
                        select count(*) from member join account on account.id = member.account_id
                         where member.workspace_id = ? and member.role = 'OWNER' and account.id <> ?
                           and account.disabled_at is null
                        """).params(workspace, account).query(Integer.class).single();
    }

    public boolean isPersonalOf(UUID workspace, UUID account) {
        return jdbc.sql("select exists (select 1 from workspace where id = ? and personal_of = ?)")
                .params(workspace, account)
                .query(Boolean.class)
                .single();
    }

    /** @return whether the account was no member before */
    public boolean add(UUID workspace, UUID account, Role role) {
        return jdbc.sql("insert into member (workspace_id, account_id, role) values (?, ?, ?) on conflict do nothing")
                        .params(workspace, account, role.name())
                        .update()
                > 0;
    }

    public void change(UUID workspace, UUID account, Role role) {
        jdbc.sql("update member set role = ? where workspace_id = ? and account_id = ?")
                .params(role.name(), workspace, account)
                .update();
    }

    public void remove(UUID workspace, UUID account) {
        jdbc.sql("delete from member where workspace_id = ? and account_id = ?")
                .params(workspace, account)
                .update();
    }
}
