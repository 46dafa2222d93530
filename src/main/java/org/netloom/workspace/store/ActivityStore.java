package org.netloom.workspace.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.Deed;
import org.netloom.workspace.Happening;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of the deeds what members are told. */
@Repository
public class ActivityStore {

    private static final List<String> TOLD = Arrays.stream(Deed.values())
            .filter(Deed::isActivity)
            .map(Deed::name)
            .toList();

    private final JdbcClient jdbc;

    public ActivityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Happening> of(UUID workspace, long before, int limit) {
        return jdbc.sql("""
                        select deed.id, deed.at, deed.deed, deed.who, deed.subject, deed.detail,
                               project.id as project, run.id as run
                          from deed
                          left join project on project.id = deed.project_id and project.workspace_id = deed.workspace_id
                                           and project.deleted_at is null
                          left join run on run.id = deed.target_id and run.project_id = project.id
                         where deed.workspace_id = :workspace and deed.id < :before and deed.deed in (:told)
                         order by deed.id desc limit :limit
                        """)
                .param("workspace", workspace)
                .param("before", before)
                .param("told", TOLD)
                .param("limit", limit)
                .query((row, number) -> new Happening(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        Deed.valueOf(row.getString("deed")),
                        row.getString("who"),
                        Optional.ofNullable(row.getObject("project", UUID.class)),
                        Optional.ofNullable(row.getObject("run", UUID.class)),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }
}
