package org.netloom.workspace.store;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is counted to slow guessing down. One statement takes a try, so that no two processes let the same one through. */
@Repository
public class GuessStore {

    private final JdbcClient jdbc;

    GuessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts one try into the bucket, unless there is more in it than up to the brim. */
    public boolean take(byte[] bucket, Duration each, Duration brim, Instant now) {
        return jdbc.sql("""
                        insert into guess (bucket, empty_at) values (:bucket, :first)
                        on conflict (bucket) do update
                           set empty_at = greatest(guess.empty_at, :now) + make_interval(secs => :each)
                         where guess.empty_at <= :brim
                        """)
                        .param("bucket", bucket)
                        .param("first", Times.at(now.plus(each)))
                        .param("now", Times.at(now))
                        .param("each", each.toMillis() / 1000.0)
                        .param("brim", Times.at(now.plus(brim)))
                        .update()
                == 1;
    }

    public void giveBack(byte[] bucket, Duration each) {
        jdbc.sql("update guess set empty_at = empty_at - make_interval(secs => :each) where bucket = :bucket")
                .param("bucket", bucket)
                .param("each", each.toMillis() / 1000.0)
                .update();
    }

    public void empty(byte[] bucket) {
        jdbc.sql("delete from guess where bucket = ?").param(bucket).update();
    }

    public boolean isFamiliar(byte[] account, String address, Instant since) {
        return jdbc.sql(
                        "select exists (select 1 from familiar_address where account = :account and address = :address and seen_at > :since)")
                .param("account", account)
                .param("address", address)
                .param("since", Times.at(since))
                .query(Boolean.class)
                .single();
    }

    public void familiar(byte[] account, String address, Instant now) {
        jdbc.sql("""
                        insert into familiar_address (account, address, seen_at) values (:account, :address, :now)
                        on conflict (account, address) do update set seen_at = excluded.seen_at
                        """)
                .param("account", account)
                .param("address", address)
                .param("now", Times.at(now))
                .update();
    }

    /** Forgets what no longer makes a difference. */
    public void sweep(Instant now, Instant unfamiliar) {
        // Rows that somebody is using just now are left for the next time, so that nobody waits in a circle.
        jdbc.sql("""
                        delete from guess
                         where bucket in (select bucket from guess where empty_at < ? for update skip locked)
                        """).param(Times.at(now)).update();
        jdbc.sql("delete from familiar_address where seen_at < ?")
                .param(Times.at(unfamiliar))
                .update();
    }
}
