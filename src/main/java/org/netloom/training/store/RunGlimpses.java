package org.netloom.training.store;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netloom.training.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other pages show of runs at a glance. */
@Repository
public class RunGlimpses {

    private final JdbcClient jdbc;

    public RunGlimpses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a run comes from.
     *
     * @param template id of the template that its project began from
     */
    public record Origin(String projectName, Optional<String> template, boolean projectDeleted) {}

    /** The newest run of every project of the workspace that has one, by project. */
    public Map<UUID, Run> latest(UUID workspace) {
        return jdbc.sql("""
                        select distinct on (run.project_id) run.*, account.name as queued_by
                        from run left join account on account.id = run.created_by
                        where run.workspace_id = ? order by run.project_id, run.number desc
                        """).param(workspace).query(RunRows::read).list().stream()
                .collect(Collectors.toMap(Run::project, Function.identity()));
    }

    public Origin origin(UUID project) {
        return jdbc.sql("select name, template, deleted_at is not null as deleted from project where id = ?")
                .param(project)
                .query((row, number) -> new Origin(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("template")),
                        row.getBoolean("deleted")))
                .single();
    }
}
