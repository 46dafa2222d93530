package org.netloom.workspace.store;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** API tokens, known only by their SHA-256. */
@Repository
public class TokenStore {

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UUID id, UUID workspace, UUID account, String name, byte[] hash) {
        jdbc.sql("""
                        insert into api_token (id, workspace_id, account_id, name, hash)
                        values (:id, :workspace, :account, :name, :hash)
                        """)
                .param("id", id)
                .param("workspace", workspace)
                .param("account", account)
                .param("name", name)
                .param("hash", hash)
                .update();
    }

    /** The account a token speaks for. Its use is noted, at most once a minute. */
    public Optional<StoredAccount> accountOf(byte[] hash) {
        jdbc.sql("""
                        update api_token set used_at = now()
                         where hash = :hash and (used_at is null or used_at < now() - interval '1 minute')
                        """).param("hash", hash).update();
        return jdbc.sql("""
                        select account.id, account.email
                          from api_token join account on account.id = api_token.account_id
                         where api_token.hash = :hash
                        """)
                .param("hash", hash)
                .query((row, index) -> new StoredAccount(row.getObject("id", UUID.class), row.getString("email"), ""))
                .optional();
    }
}
