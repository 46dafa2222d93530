package org.netloom.training.store;

import java.util.Optional;
import java.util.UUID;
import org.netloom.training.Run;
import org.netloom.training.RunState;
import org.netloom.training.RunTransitions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a worker takes a run in hand and lets go of it. */
public final class RunClaims {

    private final JdbcClient jdbc;
    private final RunStore runs;

    public RunClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.runs = new RunStore(jdbc);
    }

    /**
     * Takes the run for this worker; whoever owned it before can write no more.
     *
     * @return the claim that goes with every later write, or nothing if the run has ended or is paused
     */
    public Optional<UUID> claim(UUID run, UUID worker) {
        UUID owner = UUID.randomUUID();
        boolean claimed = jdbc.sql("""
                                update run set owner = :owner, worker_id = :worker, attempts = attempts + 1, state = 'PREPARING',
                                       started_at = coalesce(started_at, now()), progress_at = now()
                                where id = :id and state in (:from)
                                """)
                        .param("owner", owner)
                        .param("worker", worker)
                        .param("id", run)
                        .param("from", RunTransitions.sourcesOf(RunState.Kind.PREPARING))
                        .update()
                > 0;
        if (claimed) {
            runs.tell(run);
        }
        return claimed ? Optional.of(owner) : Optional.empty();
    }

    public Optional<Run> find(UUID run) {
        return runs.find(run);
    }

    /** Says that the process which trained the run is gone. */
    public void markLost(UUID run, UUID owner) {
        int changed = jdbc.sql(
                        "update run set state = 'LOST', owner = null where id = :id and owner = :owner and state in (:from)")
                .param("id", run)
                .param("owner", owner)
                .param("from", RunTransitions.sourcesOf(RunState.Kind.LOST))
                .update();
        if (changed > 0) {
            runs.tell(run);
        }
    }

    /** Iteration of the newest checkpoint; 0 if there is none. */
    public long checkpointed(UUID run) {
        return jdbc.sql("select coalesce(max(iteration), 0) from checkpoint where run_id = ?")
                .param(run)
                .query(Long.class)
                .single();
    }

    /** Seconds since the run last moved on. */
    public double secondsWithoutProgress(UUID run) {
        return jdbc.sql("select extract(epoch from now() - progress_at) from run where id = ?")
                .param(run)
                .query(Double.class)
                .optional()
                .orElse(0.0);
    }
}
