package org.netloom.editor.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes a project with all that belongs to it to another workspace. Which tables that are is read from the database, so that none
 * is left behind when another feature adds its own.
 */
@Repository
public class ProjectMoves {

    /**
     * What was done is told where it was seen done, and a shared link opens nothing but where it was made: those who see to the other
     * workspace have not agreed to it.
     */
    static final Set<String> STAY = Set.of("deed", "shared_link");

    private final JdbcClient jdbc;

    public ProjectMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long bytes(UUID project) {
        return jdbc.sql("select coalesce(sum(size), 0) from blob where id in (" + ProjectBlobs.OF_PROJECT + ")")
                .param("project", project)
                .query(Long.class)
                .single();
    }

    public void move(UUID project, UUID to) {
        update("update blob set workspace_id = :to where id in (" + ProjectBlobs.OF_PROJECT + ")", project, to);
        for (String table : tablesWith("project_id")) {
            update("update " + table + " set workspace_id = :to where project_id = :project", project, to);
        }
        for (String table : tablesWith("run_id")) {
            update(
                    "update " + table
                            + " set workspace_id = :to where run_id in (select id from run where project_id = :project)",
                    project,
                    to);
        }
        update("update project set workspace_id = :to where id = :project", project, to);
    }

    private void update(String sql, UUID project, UUID to) {
        jdbc.sql(sql).param("project", project).param("to", to).update();
    }

    /** Tables whose rows belong to a workspace and to a project or run of it. */
    List<String> tablesWith(String column) {
        return jdbc.sql("""
                        select columns.table_name from information_schema.columns
                          join information_schema.tables using (table_schema, table_name)
                         where table_schema = current_schema() and table_type = 'BASE TABLE'
                           and column_name in ('workspace_id', :column)
                         group by columns.table_name having count(*) = 2
                         order by columns.table_name
                        """).param("column", column).query(String.class).list().stream()
                .filter(table -> !STAY.contains(table))
                .toList();
    }
}
