package org.netloom.sharing.store;

import java.util.Optional;
import java.util.UUID;
import org.netloom.sharing.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names of projects and runs, and the channel that says where there is something new. */
@Repository
public class SubjectStore {

    /** Of the notifications with the id of a project that was talked about, or of an account that was mentioned. */
    public static final String CHANNEL = "netloom_sharing";

    private final JdbcClient jdbc;

    public SubjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> name(Subject subject) {
        String sql = switch (subject.kind()) {
            case PROJECT -> "select name from project where id = ?";
            case RUN -> "select name from run where id = ?";
        };
        return jdbc.sql(sql).param(subject.id()).query(String.class).optional();
    }

    /** Nudges everyone who looks, once the transaction is stored. */
    public void tell(UUID project) {
        jdbc.sql("select pg_notify(?, ?)")
                .params(CHANNEL, project.toString())
                .query()
                .listOfRows();
    }
}
