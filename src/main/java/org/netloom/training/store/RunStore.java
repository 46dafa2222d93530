package org.netloom.training.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.format.DesignJson;
import org.netloom.format.Json;
import org.netloom.format.PlanJson;
import org.netloom.format.ProblemJson;
import org.netloom.training.Run;
import org.netloom.training.RunState;
import org.netloom.training.RunTransitions;
import org.netloom.workspace.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs as the web side reads and steers them. */
@Repository
public class RunStore {

    /** Channel of the notifications that say which run has news. */
    public static final String CHANNEL = "netloom_run";

    private final JdbcClient jdbc;

    public RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(
            UUID id, UUID workspace, UUID project, String name, Run.Snapshot snapshot, UUID account, int number) {
        jdbc.sql("""
                        insert into run (id, workspace_id, project_id, number, name, design, design_revision, plan, seed, version,
                                         created_by, state)
                        values (:id, :workspace, :project, :number, :name, :design, :revision, :plan, :seed, :version,
                                :account, 'QUEUED')
                        """)
                .param("id", id)
                .param("workspace", workspace)
                .param("project", project)
                .param("number", number)
                .param("name", name)
                .param("design", DesignJson.text(snapshot.design()))
                .param("revision", snapshot.designRevision())
                .param("plan", PlanJson.text(snapshot.plan()))
                .param("seed", snapshot.seed())
                .param("version", snapshot.version())
                .param("account", account)
                .update();
    }

    /** The number of the project's next run; holds the project's row until the transaction ends. */
    public int nextNumber(UUID project) {
        jdbc.sql("select id from project where id = ? for update")
                .param(project)
                .query()
                .singleValue();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from run where project_id = ?")
                .param(project)
                .query(Integer.class)
                .single();
    }

    public Optional<Run> find(UUID id) {
        return jdbc.sql(RunRows.SELECT + "where run.id = ?")
                .param(id)
                .query(RunRows::read)
                .optional();
    }

    /** Where the run is, unless its project was put away. */
    public Optional<Place> placeOf(UUID id) {
        return jdbc.sql("""
                        select run.workspace_id, run.project_id
                          from run join project on project.id = run.project_id and project.deleted_at is null
                         where run.id = ?
                        """)
                .param(id)
                .query((row, number) -> Place.run(
                        row.getObject("workspace_id", UUID.class), row.getObject("project_id", UUID.class), id))
                .optional();
    }

    public List<Run> ofProject(UUID project) {
        return jdbc.sql(RunRows.SELECT + "where run.project_id = ? order by run.number desc")
                .param(project)
                .query(RunRows::read)
                .list();
    }

    public int waiting(UUID workspace) {
        return jdbc.sql("select count(*) from run where workspace_id = ? and state = 'QUEUED'")
                .param(workspace)
                .query(Integer.class)
                .single();
    }

    public int attempts(UUID id) {
        return jdbc.sql("select attempts from run where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Changes the state if the table of transitions allows it from where the run is now. */
    public boolean change(UUID id, RunState.Kind to, Optional<String> wanted) {
        boolean changed = jdbc.sql("""
                                update run set state = :to, wanted = :wanted,
                                       ended_at = case when :final then now() else null end
                                where id = :id and state in (:from)
                                """)
                        .param("to", to.name())
                        .param("wanted", wanted.orElse(null))
                        .param("final", to.isFinal())
                        .param("id", id)
                        .param("from", RunTransitions.sourcesOf(to))
                        .update()
                > 0;
        if (changed) {
            tell(id);
        }
        return changed;
    }

    /** Whether there is something that the run could go on from. */
    public boolean hasCheckpoint(UUID id) {
        return jdbc.sql("select exists (select 1 from checkpoint where run_id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Leaves a wish for whoever takes the waiting run next. */
    public boolean wish(UUID id, String wanted) {
        return jdbc.sql("update run set wanted = ? where id = ? and state = 'QUEUED'")
                        .params(wanted, id)
                        .update()
                > 0;
    }

    /** Whether the project is there and not deleted; a project that was moved meanwhile is not. */
    public boolean isIn(UUID project, UUID workspace) {
        return jdbc.sql(
                        "select exists (select 1 from project where id = ? and workspace_id = ? and deleted_at is null)")
                .params(project, workspace)
                .query(Boolean.class)
                .single();
    }

    /** Wishes that nothing of the project trains any more; what waits is paused once a worker has taken it. */
    public void pauseAllOfProject(UUID project) {
        pauseAll("project_id = ?", project);
    }

    /** Wishes that nothing of the workspace trains any more. */
    public void pauseAllOfWorkspace(UUID workspace) {
        pauseAll("workspace_id = ?", workspace);
    }

    private void pauseAll(String where, UUID id) {
        jdbc.sql("update run set wanted = 'PAUSE' where state = 'QUEUED' and wanted is null and " + where)
                .param(id)
                .update();
        jdbc.sql(
                        "update run set state = 'PAUSING', wanted = 'PAUSE' where state in ('PREPARING', 'RUNNING', 'LOST') and "
                                + where + " returning id")
                .param(id)
                .query(UUID.class)
                .list()
                .forEach(this::tell);
    }

    /** Says of runs whose worker was not heard of for a while that they are lost; they go on with the next worker. */
    public List<UUID> markLost(int silentSeconds) {
        List<UUID> lost =
                jdbc.sql("""
                        update run set state = 'LOST', samples_per_second = null, seconds_left = null
                        where state in ('PREPARING', 'RUNNING', 'PAUSING')
                          and progress_at < now() - make_interval(secs => :silent)
                          and not exists (select 1 from worker where worker.id = run.worker_id
                                          and worker.heartbeat_at > now() - make_interval(secs => :silent))
                        returning id
                        """).param("silent", silentSeconds).query(UUID.class).list();
        lost.forEach(this::tell);
        return lost;
    }

    public boolean fail(UUID id, Problem reason) {
        boolean changed = jdbc.sql("""
                                update run set state = 'FAILED', reason = :reason, wanted = null, ended_at = now(), owner = null
                                where id = :id and state in (:from)
                                """)
                        .param("reason", Json.write(ProblemJson.write(reason)))
                        .param("id", id)
                        .param("from", RunTransitions.sourcesOf(RunState.Kind.FAILED))
                        .update()
                > 0;
        if (changed) {
            tell(id);
        }
        return changed;
    }

    public void rename(UUID id, String name) {
        jdbc.sql("update run set name = ? where id = ?").params(name, id).update();
    }

    /** Nudges everyone who looks at the run. */
    public void tell(UUID id) {
        jdbc.sql("select pg_notify(?, ?)")
                .params(CHANNEL, id.toString())
                .query()
                .listOfRows();
    }
}
