package org.netloom.training.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.format.ProblemJson;
import org.netloom.training.RunStanding;
import org.netloom.training.RunState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How runs stand; cheap enough to be asked many times a second. */
@Repository
public class RunStandings {

    private final JdbcClient jdbc;

    public RunStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<RunStanding> find(UUID run) {
        return jdbc.sql("""
                        select state, reason, iteration, iterations, epoch, epochs, samples_per_second, seconds_left, last_sequence,
                               (select max(run_samples.epoch) from run_samples where run_id = run.id) as shown
                        from run where id = ?
                        """)
                .param(run)
                .query((row, number) -> new RunStanding(
                        RunState.Kind.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("reason"))
                                .map(ProblemJson::readOwn)
                                .map(Problem::text)
                                .orElse(""),
                        row.getLong("iteration"),
                        row.getLong("iterations"),
                        row.getInt("epoch"),
                        row.getInt("epochs"),
                        Optional.ofNullable(row.getObject("samples_per_second", Double.class)),
                        Optional.ofNullable(row.getObject("seconds_left", Double.class)),
                        row.getLong("last_sequence"),
                        Optional.ofNullable(row.getObject("shown", Integer.class))))
                .optional();
    }

    /** A mark for each of these runs that differs after every change of its row. */
    public Map<UUID, String> marks(Collection<UUID> runs) {
        Map<UUID, String> marks = new HashMap<>();
        if (!runs.isEmpty()) {
            jdbc.sql("select id, xmin::text as mark from run where id in (:runs)")
                    .param("runs", runs)
                    .query(row -> {
                        marks.put(row.getObject("id", UUID.class), row.getString("mark"));
                    });
        }
        return marks;
    }
}
