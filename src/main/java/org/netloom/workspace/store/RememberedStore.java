package org.netloom.workspace.store;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets of browsers that asked to be remembered. */
@Repository
public class RememberedStore {

    private final JdbcClient jdbc;

    RememberedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a new secret in place of the one that a browser came with. Whose it is; empty where it came with another, or too late. */
    public Optional<String> replace(String series, String secret, String next, Duration good) {
        return jdbc.sql("""
                        update persistent_logins set previous = token, token = :next, last_used = now()
                         where series = :series and token = :secret and last_used > now() - make_interval(secs => :good)
                        returning username
                        """)
                .param("series", series)
                .param("secret", secret)
                .param("next", next)
                .param("good", good.toSeconds())
                .query(String.class)
                .optional();
    }

    /** Whose a secret was that was replaced only a moment ago. */
    public Optional<String> justReplaced(String series, String secret, Duration moment) {
        return jdbc.sql("""
                        select username from persistent_logins
                         where series = :series and previous = :secret and last_used > now() - make_interval(secs => :moment)
                        """)
                .param("series", series)
                .param("secret", secret)
                .param("moment", moment.toSeconds())
                .query(String.class)
                .optional();
    }

    /** Forgets every browser of whoever this one is remembered for, unless it came with the right secret, only too late. */
    public void forgetAll(String series, String secret) {
        jdbc.sql("""
                        delete from persistent_logins
                         where username = (select username from persistent_logins where series = ? and token <> ?)
                        """).params(series, secret).update();
    }
}
