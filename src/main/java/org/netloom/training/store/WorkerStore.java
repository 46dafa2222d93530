package org.netloom.training.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Workers and what each is doing. */
@Repository
public class WorkerStore {

    private final JdbcClient jdbc;

    public WorkerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A worker as seen by the web.
     *
     * @param backend CPU or CUDA; empty until its first trainer has told
     * @param note why not CUDA, for example
     */
    public record Worker(
            UUID id,
            String host,
            long pid,
            Instant startedAt,
            Instant heartbeatAt,
            String backend,
            String devices,
            String note,
            Optional<UUID> run) {}

    public void enter(UUID id, String host, long pid) {
        jdbc.sql("delete from worker where heartbeat_at < now() - interval '1 day'")
                .update();
        jdbc.sql("insert into worker (id, host, pid) values (?, ?, ?)")
                .params(id, host, pid)
                .update();
    }

    public void heartbeat(UUID id, Optional<UUID> run) {
        jdbc.sql("update worker set heartbeat_at = now(), run_id = ? where id = ?")
                .param(run.orElse(null))
                .param(id)
                .update();
    }

    public void describe(UUID id, String backend, String devices, String note) {
        jdbc.sql("update worker set backend = ?, devices = ?, note = ? where id = ?")
                .params(backend, devices, note, id)
                .update();
    }

    public void leave(UUID id) {
        jdbc.sql("delete from worker where id = ?").param(id).update();
    }

    /** Workers heard of within the last ten seconds. */
    public List<Worker> alive() {
        return jdbc.sql("select * from worker where heartbeat_at > now() - interval '10 seconds' order by started_at")
                .query((row, n) -> new Worker(
                        row.getObject("id", UUID.class),
                        row.getString("host"),
                        row.getLong("pid"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("heartbeat_at").toInstant(),
                        row.getString("backend"),
                        row.getString("devices"),
                        row.getString("note"),
                        Optional.ofNullable(row.getObject("run_id", UUID.class))))
                .list();
    }
}
