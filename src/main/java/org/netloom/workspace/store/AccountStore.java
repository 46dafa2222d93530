package org.netloom.workspace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.AccountDesk;
import org.netloom.workspace.Person;
import org.netloom.workspace.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts. */
@Repository
public class AccountStore {

    private static final long FIRST_ACCOUNT_LOCK = 0x6e65746c6f6f6dL;

    static final long ADMINISTRATORS_LOCK = FIRST_ACCOUNT_LOCK + 1;

    private static final String WITH_LAST_SIGN_IN = """
            select account.id, email, name, administrator, disabled_at, account.created_at,
                   (select at from deed
                     where deed.account_id = account.id and deed.workspace_id is null and deed.deed = 'SIGNED_IN'
                     order by deed.id desc limit 1) as seen_at
              from account
            """;

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
        return person(account, epoch, null);
    }

    /**
     * The person, unless the account is disabled or was signed out everywhere since, or the token is over: who watches something
     * asks once and stays for hours.
     *
     * @param token by which they signed in; null: by none
     */
    public Optional<Person> person(UUID account, int epoch, @Nullable UUID token) {
        return jdbc.sql("""
                        select email, name, administrator from account
                         where id = :account and sign_in_epoch = :epoch and disabled_at is null
                           and (cast(:token as uuid) is null or exists (
                               select from api_token
                                where api_token.id = :token and api_token.account_id = account.id
                                  and revoked_at is null and (expires_at is null or expires_at > now())))
                        """)
                .param("account", account)
                .param("epoch", epoch)
                .param("token", token, Types.OTHER)
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

    /** The account, unless it is disabled. */
    public Optional<StoredAccount> byId(UUID id) {
        return jdbc.sql("select id, email, password, sign_in_epoch from account where id = ? and disabled_at is null")
                .param(id)
                .query((row, index) -> new StoredAccount(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("password"),
                        row.getInt("sign_in_epoch")))
                .optional();
    }

    /** Whether an account has this address, a disabled one included. */
    public boolean isTaken(String email) {
        return jdbc.sql("select exists (select 1 from account where lower(email) = lower(?))")
                .param(email)
                .query(Boolean.class)
                .single();
    }

    public void rename(UUID id, String name) {
        jdbc.sql("update account set name = ? where id = ?").params(name, id).update();
    }

    public void changePassword(UUID id, String encodedPassword) {
        jdbc.sql("update account set password = :password where id = :id")
                .param("id", id)
                .param("password", encodedPassword)
                .update();
    }

    /** Ends every session of an account, and what browsers remember of it. */
    public void endSessions(UUID id) {
        jdbc.sql("update account set sign_in_epoch = sign_in_epoch + 1 where id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from persistent_logins where username = (select email from account where id = ?)")
                .param(id)
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

    /** Every account of this installation, by name. */
    public List<AccountDesk.Account> all() {
        return jdbc.sql(WITH_LAST_SIGN_IN + "order by lower(name), email")
                .query(AccountStore::account)
                .list();
    }

    /** Keeps every other transaction from changing who is an administrator, to the end of this one. */
    public void holdAdministrators() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ADMINISTRATORS_LOCK)
                .query((row, index) -> index)
                .list();
    }

    public Optional<AccountDesk.Account> find(UUID id) {
        return jdbc.sql(WITH_LAST_SIGN_IN + "where account.id = ?")
                .param(id)
                .query(AccountStore::account)
                .optional();
    }

    public int administrators() {
        return jdbc.sql("select count(*) from account where administrator and disabled_at is null")
                .query(Integer.class)
                .single();
    }

    public void disable(UUID id, boolean disabled) {
        jdbc.sql("update account set disabled_at = case when :disabled then now() end where id = :id")
                .param("disabled", disabled)
                .param("id", id)
                .update();
    }

    public void administrator(UUID id, boolean administrator) {
        jdbc.sql("update account set administrator = ? where id = ?")
                .params(administrator, id)
                .update();
    }

    private static AccountDesk.Account account(ResultSet row, int index) throws SQLException {
        return new AccountDesk.Account(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                row.getBoolean("administrator"),
                row.getObject("disabled_at") != null,
                Times.from(row, "created_at"),
                Times.fromNullable(row, "seen_at"));
    }
}
