package org.netloom.editor.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Edit;
import org.netloom.design.Footprint;
import org.netloom.design.UsedIds;
import org.netloom.editor.Change;
import org.netloom.format.EditJson;
import org.netloom.format.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;

/** The log of edits, and what undo needs of it. */
@Repository
public class EditStore {

    /** Undo reaches so many revisions back. */
    private static final int DEEPEST = 1000;

    private static final String REPLACED = "{\"kind\":\"replace-design\"}";

    private final JdbcClient jdbc;

    public EditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How an entry came to be. */
    public enum Kind {
        EDIT,
        UNDO,
        REDO,
        REPLACE
    }

    /**
     * What is added to the log.
     *
     * @param edit none: the whole document was replaced
     * @param root revision of the edit that this takes back or does again; its own for every other
     */
    public record Entry(
            UUID workspace,
            UUID project,
            long revision,
            UUID account,
            Kind kind,
            @Nullable Edit edit,
            @Nullable Edit inverse,
            Footprint footprint,
            long root) {}

    /** What the next undo or redo comes to. */
    public record Open(long revision, long root, Edit inverse, Set<String> claims) {}

    /** An edit that undo would harm. */
    public record Obstacle(long revision, @Nullable UUID account, String name, Set<String> touched) {}

    public void add(Entry entry) {
        Edit edit = entry.edit();
        Edit inverse = entry.inverse();
        jdbc.sql("""
                        insert into design_edit
                            (workspace_id, project_id, revision, account_id, kind, edit, inverse, touched, claims, root, open)
                        values (:workspace, :project, :revision, :account, :kind, :edit, :inverse, :touched, :claims, :root, :open)
                        """)
                .param("workspace", entry.workspace())
                .param("project", entry.project())
                .param("revision", entry.revision())
                .param("account", entry.account())
                .param("kind", entry.kind().name().toLowerCase(java.util.Locale.ROOT))
                .param("edit", edit == null ? REPLACED : EditJson.text(edit))
                .param("inverse", inverse == null ? null : EditJson.text(inverse))
                .param("touched", array(entry.footprint().touched()))
                .param("claims", array(entry.footprint().claims()))
                .param("root", entry.root())
                .param("open", inverse != null)
                .update();
    }

    /** What this account would take back next. */
    public Optional<Open> undoable(UUID project, UUID account, long newest) {
        return open(project, account, newest, "kind in ('edit', 'redo')");
    }

    /** What this account would do again next: a plain edit of theirs ends that. */
    public Optional<Open> redoable(UUID project, UUID account, long newest) {
        return open(project, account, newest, """
                kind = 'undo' and revision > coalesce((select max(own.revision) from design_edit own
                                                       where own.project_id = design_edit.project_id
                                                         and own.account_id = design_edit.account_id
                                                         and own.kind = 'edit'
                                                         and own.revision > :oldest), 0)
                """);
    }

    private Optional<Open> open(UUID project, UUID account, long newest, String condition) {
        return jdbc.sql("""
                        select revision, root, inverse, claims from design_edit
                        where project_id = :project and account_id = :account and open and revision > :oldest and
                        """ + condition + " order by revision desc limit 1")
                .param("project", project)
                .param("account", account)
                .param("oldest", newest - DEEPEST)
                .query((row, number) -> new Open(
                        row.getLong("revision"),
                        row.getLong("root"),
                        EditJson.own(row.getString("inverse")),
                        set(row.getArray("claims"))))
                .optional();
    }

    /** Neither undo nor redo comes to it any more. */
    public void close(UUID project, long revision) {
        jdbc.sql("update design_edit set open = false where project_id = ? and revision = ?")
                .params(project, revision)
                .update();
    }

    /**
     * The newest edit after a revision that has touched one of these marks and is in effect: an edit that was taken back since, and the
     * undo that did it, are none.
     */
    public Optional<Obstacle> obstacle(UUID project, long revision, Set<String> marks) {
        return jdbc.sql("""
                        select later.revision, later.account_id, coalesce(account.name, '') as name, later.touched
                        from design_edit later left join account on account.id = later.account_id
                        where later.project_id = :project and later.revision > :revision and later.touched && cast(:marks as text[])
                          and (select count(*) from design_edit same
                               where same.project_id = later.project_id and same.root = later.root
                                 and same.revision > :revision) % 2 = 1
                        order by later.revision desc limit 1
                        """)
                .param("project", project)
                .param("revision", revision)
                .param("marks", array(marks))
                .query((row, number) -> new Obstacle(
                        row.getLong("revision"),
                        row.getObject("account_id", UUID.class),
                        row.getString("name"),
                        set(row.getArray("touched"))))
                .optional();
    }

    /** Which of these marks edits after a revision have touched that are in effect. */
    public Set<String> touched(UUID project, long revision, Set<String> marks) {
        return Set.copyOf(jdbc.sql("""
                        select distinct mark from design_edit later, unnest(later.touched) mark
                        where later.project_id = :project and later.revision > :revision and later.touched && cast(:marks as text[])
                          and mark = any(cast(:marks as text[]))
                          and (select count(*) from design_edit same
                               where same.project_id = later.project_id and same.root = later.root
                                 and same.revision > :revision) % 2 = 1
                        """)
                .param("project", project)
                .param("revision", revision)
                .param("marks", array(marks))
                .query(String.class)
                .list());
    }

    /** What was done after a revision, oldest first. */
    public List<Change> after(UUID project, long revision, int most) {
        return jdbc.sql("""
                        select design_edit.revision, account_id, coalesce(account.name, '') as name, kind, touched, edit
                        from design_edit left join account on account.id = account_id
                        where project_id = ? and revision > ? order by revision limit ?
                        """)
                .params(project, revision, most)
                .query(EditStore::change)
                .list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("revision"),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                set(row.getArray("touched")),
                row.getString("edit"));
    }

    public UsedIds usedIds(UUID project) {
        String text = jdbc.sql("select used_ids from project where id = ?")
                .param(project)
                .query(String.class)
                .single();
        Map<String, Long> highest = new TreeMap<>();
        Json.parseOwn(text)
                .properties()
                .forEach(entry -> highest.put(entry.getKey(), entry.getValue().asLong()));
        return new UsedIds(highest);
    }

    public void keep(UUID project, UsedIds used) {
        ObjectNode text = Json.object();
        used.highest().forEach(text::put);
        jdbc.sql("update project set used_ids = ? where id = ?")
                .params(Json.write(text), project)
                .update();
    }

    /** Names of settings come from outside, and the database takes no zero character. */
    private static String[] array(Set<String> marks) {
        return marks.stream()
                .map(mark -> mark.replace('\0', '\uFFFD'))
                .distinct()
                .toArray(String[]::new);
    }

    private static Set<String> set(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
