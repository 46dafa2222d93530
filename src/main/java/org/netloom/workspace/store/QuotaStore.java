package org.netloom.workspace.store;

import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.Quota;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What workspaces use, and what is different for some. */
@Repository
public class QuotaStore {

    private final JdbcClient jdbc;

    public QuotaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean exists(UUID workspace) {
        return jdbc.sql("select exists (select 1 from workspace where id = ? and deleted_at is null)")
                .param(workspace)
                .query(Boolean.class)
                .single();
    }

    public Quota.Used used(UUID workspace) {
        return jdbc.sql("""
                        select (select count(*) from run where workspace_id = :workspace and state = 'QUEUED') as waiting,
                               (select coalesce(sum(size), 0) from blob where workspace_id = :workspace) as bytes,
                               (select count(*) from project where workspace_id = :workspace) as projects
                        """)
                .param("workspace", workspace)
                .query((row, index) ->
                        new Quota.Used(row.getInt("waiting"), row.getLong("bytes"), row.getInt("projects")))
                .single();
    }

    public Optional<Quota.Exemption> exemption(UUID workspace) {
        return jdbc.sql("select waiting_runs, bytes, parameters, layers, projects from quota where workspace_id = ?")
                .param(workspace)
                .query((row, index) -> new Quota.Exemption(
                        row.getObject("waiting_runs", Integer.class),
                        row.getObject("bytes", Long.class),
                        row.getObject("parameters", Long.class),
                        row.getObject("layers", Long.class),
                        row.getObject("projects", Integer.class)))
                .optional();
    }

    public void exempt(UUID workspace, Quota.Exemption limits) {
        jdbc.sql("""
                        insert into quota (workspace_id, waiting_runs, bytes, parameters, layers, projects)
                        values (:workspace, :waiting, :bytes, :parameters, :layers, :projects)
                        on conflict (workspace_id) do update
                           set waiting_runs = excluded.waiting_runs, bytes = excluded.bytes, parameters = excluded.parameters,
                               layers = excluded.layers, projects = excluded.projects
                        """)
                .param("workspace", workspace)
                .param("waiting", limits.waitingRuns())
                .param("bytes", limits.bytes())
                .param("parameters", limits.parameters())
                .param("layers", limits.layers())
                .param("projects", limits.projects())
                .update();
    }
}
