package org.netloom.workspace.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.OwnAccount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as identity providers know them. */
@Repository
public class IdentityStore {

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose account it is. Its use is noted. */
    public Optional<UUID> find(String issuer, String subject) {
        return jdbc.sql("""
                        update account_identity set used_at = now() where issuer = :issuer and subject = :subject
                        returning account_id
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    public void add(String issuer, String subject, UUID account, @Nullable String email) {
        jdbc.sql("""
                        insert into account_identity (issuer, subject, account_id, email)
                        values (:issuer, :subject, :account, :email)
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account)
                .param("email", email)
                .update();
    }

    public List<OwnAccount.Identity> of(UUID account) {
        return jdbc.sql(
                        "select issuer, subject, email from account_identity where account_id = ? order by created_at, subject")
                .param(account)
                .query((row, index) -> new OwnAccount.Identity(
                        row.getString("issuer"), row.getString("subject"), row.getString("email")))
                .list();
    }

    /** Lets one transaction after the other take some away. Held to the transaction's end. */
    public void hold(UUID account) {
        jdbc.sql("select subject from account_identity where account_id = ? order by issuer, subject for update")
                .param(account)
                .query(String.class)
                .list();
    }

    public boolean remove(UUID account, String issuer, String subject) {
        return jdbc.sql(
                                "delete from account_identity where account_id = :account and issuer = :issuer and subject = :subject")
                        .param("account", account)
                        .param("issuer", issuer)
                        .param("subject", subject)
                        .update()
                == 1;
    }
}
