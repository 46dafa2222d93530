package org.netloom.editor.store;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notifies other processes, with ids only, when the transaction is committed. */
@Repository
public class NewsStore {

    /** Says which project has changed and, for an edit of its design, the new revision. */
    public static final String DESIGN = "netloom_design";

    private final JdbcClient jdbc;

    public NewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void notify(String channel, String what) {
        jdbc.sql("select pg_notify(?, ?)").params(channel, what).query().listOfRows();
    }

    public void design(UUID project, long revision) {
        notify(DESIGN, project + " " + revision);
    }
}
