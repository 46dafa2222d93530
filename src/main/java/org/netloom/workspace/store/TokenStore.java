package org.netloom.workspace.store;

import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.TokenScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** API tokens, known only by their SHA-256. */
@Repository
public class TokenStore {

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a token speaks for, and what it may do. */
    public record Found(UUID account, String email, int epoch, TokenScope scope) {}

    public void add(UUID id, UUID account, String name, byte[] hash) {
        jdbc.sql("insert into api_token (id, account_id, name, hash) values (:id, :account, :name, :hash)")
                .param("id", id)
                .param("account", account)
                .param("name", name)
                .param("hash", hash)
                .update();
    }

    /** Whom a token speaks for, unless it is revoked or over. Its use is noted, at most once a minute. */
    public Optional<Found> find(byte[] hash) {
        jdbc.sql("""
                        update api_token set used_at = now()
                         where hash = :hash and (used_at is null or used_at < now() - interval '1 minute')
                        """).param("hash", hash).update();
        return jdbc.sql("""
                        select account.id, account.email, account.sign_in_epoch, api_token.scope
                          from api_token join account on account.id = api_token.account_id
                         where api_token.hash = :hash
                           and api_token.revoked_at is null
                           and (api_token.expires_at is null or api_token.expires_at > now())
                           and account.disabled_at is null
                        """)
                .param("hash", hash)
                .query((row, index) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getInt("sign_in_epoch"),
                        TokenScope.valueOf(row.getString("scope"))))
                .optional();
    }
}
