package org.netloom.editor.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.editor.ProjectCare;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projects that are archived or deleted. */
@Repository
public class PutAwayProjects {

    /** How long what was deleted can be brought back. */
    public static final Duration GRACE = Duration.ofDays(30);

    private final JdbcClient jdbc;

    public PutAwayProjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where it is, deleted or not. */
    public Optional<UUID> workspaceOf(UUID id) {
        return jdbc.sql("select workspace_id from project where id = ?")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    /**
     * Lets nobody queue a run of the project, edit, move or remove it until the transaction ends.
     *
     * @return where it is, deleted or not
     */
    public Optional<UUID> holdWithWorkspace(UUID id) {
        jdbc.sql(
                        "select id from workspace where id = (select workspace_id from project where id = ?) for no key update")
                .param(id)
                .query(UUID.class)
                .optional();
        return hold(id);
    }

    /** Where it is; for those who hold the workspace already. */
    public Optional<UUID> hold(UUID id) {
        // Not its key: who stops a run at the same time tells of it in the project, and each would wait for the other.
        return jdbc.sql("select workspace_id from project where id = ? for no key update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    public String name(UUID id) {
        return jdbc.sql("select name from project where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Holds the runs, so that none that is paused goes on before the transaction ends. */
    public int runsAtWork(UUID id) {
        return jdbc.sql("""
                        select count(*) filter (where state not in ('PAUSED', 'FINISHED', 'STOPPED', 'FAILED'))
                          from (select state from run where project_id = ? order by id for no key update) held
                        """).param(id).query(Integer.class).single();
    }

    /** @return whether that changed anything */
    public boolean archive(UUID id, boolean archived) {
        return set("archived_at", id, archived);
    }

    /** @return whether that changed anything */
    public boolean delete(UUID id, boolean deleted) {
        return set("deleted_at", id, deleted);
    }

    private boolean set(String column, UUID id, boolean away) {
        return jdbc.sql("update project set " + column + " = case when :away then now() end where id = :id and ("
                                + column + " is null) = :away")
                        .param("away", away)
                        .param("id", id)
                        .update()
                > 0;
    }

    public List<ProjectCare.PutAway> archived(UUID workspace) {
        return jdbc.sql("""
                        select id, name, archived_at from project
                         where workspace_id = ? and archived_at is not null and deleted_at is null
                         order by archived_at desc
                        """)
                .param(workspace)
                .query((row, index) -> new ProjectCare.PutAway(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("archived_at").toInstant(),
                        Optional.empty()))
                .list();
    }

    public List<ProjectCare.PutAway> deleted(UUID workspace) {
        return jdbc.sql("""
                        select id, name, deleted_at from project
                         where workspace_id = ? and deleted_at is not null
                         order by deleted_at desc
                        """)
                .param(workspace)
                .query((row, index) -> {
                    Instant at = row.getTimestamp("deleted_at").toInstant();
                    return new ProjectCare.PutAway(
                            row.getObject("id", UUID.class), row.getString("name"), at, Optional.of(at.plus(GRACE)));
                })
                .list();
    }

    /**
     * Removes one project for good that was deleted long enough ago, with its runs and their files. Passes over what another
     * process has in hand.
     */
    public Optional<UUID> purgeOne(Instant deletedBefore) {
        Optional<UUID> due = jdbc.sql(
                        "select id from project where deleted_at < ? order by deleted_at limit 1 for update skip locked")
                .param(Timestamp.from(deletedBefore))
                .query(UUID.class)
                .optional();
        due.ifPresent(this::remove);
        return due;
    }

    private void remove(UUID id) {
        jdbc.sql("delete from blob where id in (" + ProjectBlobs.OF_PROJECT + ")")
                .param("project", id)
                .update();
        jdbc.sql("delete from project where id = ?").param(id).update();
    }
}
