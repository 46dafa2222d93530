package org.netloom.editor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Design;
import org.netloom.design.Value;
import org.netloom.editor.Project;
import org.netloom.format.DesignJson;
import org.netloom.format.PlanJson;
import org.netloom.workspace.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes projects. */
@Repository
public class ProjectStore {

    private static final String SELECT = """
            select project.*, account.name as toucher
            from project left join account on account.id = project.touched_by
            """;

    private final JdbcClient jdbc;
    private final DesignCache designs = new DesignCache();

    public ProjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(
            UUID id,
            UUID workspace,
            String name,
            @Nullable String template,
            Design design,
            Map<String, Value> plan,
            UUID account) {
        jdbc.sql("""
                        insert into project (id, workspace_id, name, template, design, plan, created_by, touched_by)
                        values (:id, :workspace, :name, :template, :design, :plan, :account, :account)
                        """)
                .param("id", id)
                .param("workspace", workspace)
                .param("name", name)
                .param("template", template)
                .param("design", DesignJson.text(design))
                .param("plan", PlanJson.text(plan))
                .param("account", account)
                .update();
    }

    public Optional<Project> find(UUID id) {
        return jdbc.sql(SELECT + "where project.id = ? and project.deleted_at is null")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** Holds the project's row until the transaction ends, so that edits come one after the other. */
    public Optional<Project> findForUpdate(UUID id) {
        return jdbc.sql(SELECT + "where project.id = ? and project.deleted_at is null for update of project")
                .param(id)
                .query(this::read)
                .optional();
    }

    public long revisionOf(UUID id) {
        return jdbc.sql("select revision from project where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Where the project is, unless it was put away. */
    public Optional<Place> placeOf(UUID id) {
        return jdbc.sql("select workspace_id from project where id = ? and deleted_at is null")
                .param(id)
                .query((row, number) -> Place.project(row.getObject("workspace_id", UUID.class), id))
                .optional();
    }

    /** Those in the list: neither archived nor deleted, the last touched first. */
    public List<Project> ofWorkspace(UUID workspace) {
        return jdbc.sql(SELECT
                        + "where project.workspace_id = ? and project.deleted_at is null and project.archived_at is null"
                        + " order by project.touched_at desc")
                .param(workspace)
                .query(this::read)
                .list();
    }

    public void rename(UUID id, String name, UUID account) {
        jdbc.sql("update project set name = ?, touched_at = now(), touched_by = ? where id = ?")
                .params(name, account, id)
                .update();
    }

    /** Saves the design as the next revision, unless the given one is not the newest any more. */
    public boolean saveDesign(UUID id, Design design, long base, UUID account) {
        String text = DesignJson.text(design);
        boolean saved = jdbc.sql("""
                                update project set design = ?, revision = revision + 1, touched_at = now(), touched_by = ?
                                where id = ? and revision = ?
                                """).params(text, account, id, base).update() > 0;
        if (saved) {
            designs.put(id, text, design);
        }
        return saved;
    }

    public void savePlan(UUID id, Map<String, Value> plan, UUID account) {
        jdbc.sql("""
                        update project set plan = ?, plan_revision = plan_revision + 1, touched_at = now(), touched_by = ?
                        where id = ?
                        """).params(PlanJson.text(plan), account, id).update();
    }

    private Project read(ResultSet row, int number) throws SQLException {
        return new Project(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getString("name"),
                row.getTimestamp("archived_at") != null,
                Optional.ofNullable(row.getString("template")),
                designs.read(row.getObject("id", UUID.class), row.getString("design")),
                row.getLong("revision"),
                PlanJson.read(row.getString("plan")).get(),
                row.getLong("plan_revision"),
                row.getTimestamp("touched_at").toInstant(),
                Optional.ofNullable(row.getString("toucher")));
    }
}
