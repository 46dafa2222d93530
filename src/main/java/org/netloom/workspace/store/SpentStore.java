package org.netloom.workspace.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What once let people in, and does so no more. */
@Repository
public class SpentStore {

    private final JdbcClient jdbc;

    SpentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes what has been worth nothing since then. Without it, who guesses fills the tables. */
    public void remove(Instant before) {
        remove("api_token where least(expires_at, revoked_at) < ?", before);
        remove("invitation where least(expires_at, revoked_at, used_at) < ?", before);
        remove("persistent_logins where last_used < ?", before);
        // Written down so that owners and administrators see who is guessed at; nobody was.
        remove(
                "deed where deed = 'SIGN_IN_REFUSED' and workspace_id is null and account_id is null and at < ?",
                before);
    }

    private void remove(String what, Instant before) {
        jdbc.sql("delete from " + what).param(Timestamp.from(before)).update();
    }
}
