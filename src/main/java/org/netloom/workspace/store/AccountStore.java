package org.netloom.workspace.store;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Person;
import org.netloom.workspace.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts. */
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
        return jdbc.sql(
                        "select id, email, password, sign_in_epoch from account where lower(email) = lower(:email) and disabled_at is null")
                .param("email", email)
                .query((row, index) -> new StoredAccount(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("password"),
                        row.getInt("sign_in_epoch")))
                .optional();
    }

    /** The person, unless the account is disabled or was signed out everywhere since. */
    public Optional<Person> person(UUID account, int epoch) {
        return jdbc.sql("""
                        select email, name, administrator from account
                         where id = :account and sign_in_epoch = :epoch and disabled_at is null
                        """)
                .param("account", account)
                .param("epoch", epoch)
                .query((row, index) -> new Person(
                        account, row.getString("email"), row.getString("name"), row.getBoolean("administrator")))
                .optional();
    }

    public void addAccount(
            UUID id, String email, String name, @Nullable String encodedPassword, boolean administrator) {
        jdbc.sql("""
                        insert into account (id, email, name, password, administrator)
                        values (:id, :email, :name, :password, :administrator)
                        """)
                .param("id", id)
                .param("email", email)
                .param("name", name)
                .param("password", encodedPassword)
                .param("administrator", administrator)
                .update();
    }

    public void changePassword(UUID id, String encodedPassword) {
        jdbc.sql("update account set password = :password where id = :id")
                .param("id", id)
                .param("password", encodedPassword)
                .update();
    }

    public void addPersonalWorkspace(UUID id, String name, UUID account) {
        jdbc.sql("insert into workspace (id, name, personal_of) values (:id, :name, :account)")
                .param("id", id)
                .param("name", name)
                .param("account", account)
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
