package org.netloom.workspace.store;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes transactions wait for each other, by rows that stay locked to a transaction's end. */
@Repository
public class TurnStore {

    private static final long INVITATIONS_LOCK = AccountStore.ADMINISTRATORS_LOCK + 1;

    private final JdbcClient jdbc;

    public TurnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void workspace(UUID id) {
        hold("workspace", id);
    }

    public void account(UUID id) {
        hold("account", id);
    }

    public void invitations() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", INVITATIONS_LOCK)
                .query((row, index) -> index)
                .list();
    }

    /** What refers to the row can still be added. */
    private void hold(String table, UUID id) {
        jdbc.sql("select id from " + table + " where id = ? for no key update")
                .param(id)
                .query(UUID.class)
                .optional();
    }
}
