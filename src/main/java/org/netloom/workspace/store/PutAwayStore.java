package org.netloom.workspace.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.Workspaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Workspaces that are archived or deleted. */
@Repository
public class PutAwayStore {

    /** How long what was deleted can be brought back. */
    public static final Duration GRACE = Duration.ofDays(30);

    private final JdbcClient jdbc;

    PutAwayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String name(UUID workspace) {
        return jdbc.sql("select name from workspace where id = ?")
                .param(workspace)
                .query(String.class)
                .single();
    }

    public boolean isPersonal(UUID workspace) {
        return jdbc.sql("select personal_of is not null from workspace where id = ?")
                .param(workspace)
                .query(Boolean.class)
                .single();
    }

    public int runsAtWork(UUID workspace) {
        return jdbc.sql("""
                        select count(*) from run join project on project.id = run.project_id and project.deleted_at is null
                         where run.workspace_id = ? and run.state not in ('PAUSED', 'FINISHED', 'STOPPED', 'FAILED')
                        """).param(workspace).query(Integer.class).single();
    }

    /** @return whether that changed anything */
    public boolean archive(UUID workspace, boolean archived) {
        return jdbc.sql("""
                                update workspace set archived_at = case when :archived then now() end
                                 where id = :id and (archived_at is null) = :archived
                                """).param("archived", archived).param("id", workspace).update() > 0;
    }

    /** @return whether that changed anything */
    public boolean delete(UUID workspace, boolean deleted) {
        return jdbc.sql("""
                                update workspace set deleted_at = case when :deleted then now() end
                                 where id = :id and (deleted_at is null) = :deleted
                                """).param("deleted", deleted).param("id", workspace).update() > 0;
    }

    public List<Workspaces.Deleted> deleted(UUID owner) {
        return jdbc.sql("""
                        select workspace.id, workspace.name, workspace.deleted_at
                          from workspace join member on member.workspace_id = workspace.id
                         where member.account_id = ? and member.role = 'OWNER' and workspace.deleted_at is not null
                         order by workspace.deleted_at desc
                        """)
                .param(owner)
                .query((row, index) -> {
                    Instant at = row.getTimestamp("deleted_at").toInstant();
                    return new Workspaces.Deleted(
                            row.getObject("id", UUID.class), row.getString("name"), at, at.plus(GRACE));
                })
                .list();
    }

    /** Holds the row, so that it is not removed for good while it is brought back. */
    public boolean isDeletedOf(UUID workspace, UUID owner) {
        return jdbc.sql("""
                        select 1 from workspace join member on member.workspace_id = workspace.id
                         where workspace.id = ? and member.account_id = ? and member.role = 'OWNER'
                           and workspace.deleted_at is not null
                           for no key update of workspace
                        """)
                .params(workspace, owner)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Removes one workspace for good that was deleted long enough ago, with all that belongs to it. Passes over what another
     * process has in hand.
     *
     * @return its id, while there was one
     */
    public Optional<UUID> purgeOne(Instant deletedBefore) {
        Optional<UUID> due = jdbc.sql("""
                        select id from workspace where deleted_at < ? order by deleted_at limit 1 for update skip locked
                        """)
                .param(java.sql.Timestamp.from(deletedBefore))
                .query(UUID.class)
                .optional();
        due.ifPresent(
                id -> jdbc.sql("delete from workspace where id = ?").param(id).update());
        return due;
    }
}
