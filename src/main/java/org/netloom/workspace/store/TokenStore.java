package org.netloom.workspace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.TokenScope;
import org.netloom.workspace.Tokens;
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
    public record Found(UUID token, UUID account, String email, int epoch, TokenScope scope) {}

    public void add(UUID account, Tokens.Token token, byte[] hash) {
        jdbc.sql("""
                        insert into api_token (id, account_id, name, hash, scope, created_at, expires_at)
                        values (:id, :account, :name, :hash, :scope, :created, :expires)
                        """)
                .param("id", token.id())
                .param("account", account)
                .param("name", token.name())
                .param("hash", hash)
                .param("scope", token.scope().name())
                .param("created", Times.at(token.createdAt()))
                .param("expires", Times.at(token.expiresAt()))
                .update();
    }

    /** Those that can be used, the newest first. */
    public List<Tokens.Token> of(UUID account) {
        return jdbc.sql("""
                        select id, name, scope, created_at, expires_at, used_at from api_token
                         where account_id = ? and revoked_at is null and (expires_at is null or expires_at > now())
                         order by created_at desc, id
                        """).param(account).query(TokenStore::token).list();
    }

    /** The token that was revoked; empty where the account has no such token in use. */
    public Optional<Tokens.Token> revoke(UUID account, UUID id) {
        return jdbc.sql("""
                        update api_token set revoked_at = now()
                         where id = :id and account_id = :account and revoked_at is null
                        returning id, name, scope, created_at, expires_at, used_at
                        """)
                .param("id", id)
                .param("account", account)
                .query(TokenStore::token)
                .optional();
    }

    private static Tokens.Token token(ResultSet row, int index) throws SQLException {
        return new Tokens.Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                TokenScope.valueOf(row.getString("scope")),
                Times.from(row, "created_at"),
                Times.fromNullable(row, "expires_at"),
                Times.fromNullable(row, "used_at"));
    }

    /** Whom a token speaks for, unless it is revoked or over. Its use is noted, at most once a minute. */
    public Optional<Found> find(byte[] hash) {
        jdbc.sql("""
                        update api_token set used_at = now()
                         where hash = :hash and (used_at is null or used_at < now() - interval '1 minute')
                        """).param("hash", hash).update();
        return jdbc.sql("""
                        select api_token.id as token, account.id, account.email, account.sign_in_epoch, api_token.scope
                          from api_token join account on account.id = api_token.account_id
                         where api_token.hash = :hash
                           and api_token.revoked_at is null
                           and (api_token.expires_at is null or api_token.expires_at > now())
                           and account.disabled_at is null
                        """)
                .param("hash", hash)
                .query((row, index) -> new Found(
                        row.getObject("token", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getInt("sign_in_epoch"),
                        TokenScope.valueOf(row.getString("scope"))))
                .optional();
    }
}
