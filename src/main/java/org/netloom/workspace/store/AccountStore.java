package org.netloom.workspace.store;

import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.Person;
import org.netloom.workspace.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts, the workspace they belong to, and their role in it. */
@Repository
public class AccountStore {

    private static final long FIRST_ACCOUNT_LOCK = 0x6e65746c6f6f6dL;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isEmpty() {
        return !jdbc.sql("select exists (select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    /** Lets one transaction after the other ask whether it makes the first account. Held to the transaction's end. */
    public void queueForFirstAccount() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", FIRST_ACCOUNT_LOCK)
                .query((row, index) -> index)
                .list();
    }

    public Optional<StoredAccount> byEmail(String email) {
        return jdbc.sql("select id, email, password from account where lower(email) = lower(:email)")
                .param("email", email)
                .query((row, index) -> new StoredAccount(
                        row.getObject("id", UUID.class), row.getString("email"), row.getString("password")))
                .optional();
    }

    public Optional<Person> person(UUID account) {
        return jdbc.sql("""
                        select account.email, account.name, member.workspace_id, member.role
                          from account join member on member.account_id = account.id
                         where account.id = :account
                         order by member.joined_at
                         limit 1
                        """)
                .param("account", account)
                .query((row, index) -> new Person(
                        account,
                        row.getString("email"),
                        row.getString("name"),
                        row.getObject("workspace_id", UUID.class),
                        Role.valueOf(row.getString("role"))))
                .optional();
    }

    public void addAccount(UUID id, String email, String name, String encodedPassword) {
        jdbc.sql("insert into account (id, email, name, password) values (:id, :email, :name, :password)")
                .param("id", id)
                .param("email", email)
                .param("name", name)
                .param("password", encodedPassword)
                .update();
    }

    public void changePassword(UUID id, String encodedPassword) {
        jdbc.sql("update account set password = :password where id = :id")
                .param("id", id)
                .param("password", encodedPassword)
                .update();
    }

    public void addWorkspace(UUID id, String name) {
        jdbc.sql("insert into workspace (id, name) values (:id, :name)")
                .param("id", id)
                .param("name", name)
                .update();
    }

    public void addMember(UUID workspace, UUID account, Role role) {
        jdbc.sql("insert into member (workspace_id, account_id, role) values (:workspace, :account, :role)")
                .param("workspace", workspace)
                .param("account", account)
                .param("role", role.name())
                .update();
    }
}
