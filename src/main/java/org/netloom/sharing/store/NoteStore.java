package org.netloom.sharing.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.netloom.sharing.Note;
import org.netloom.sharing.Subject;
import org.netloom.workspace.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes and tags. */
@Repository
public class NoteStore {

    private final JdbcClient jdbc;

    public NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Note> find(Subject subject) {
        return jdbc.sql("""
                        select note.text, note.revision, note.changed_at, account.name
                          from note left join account on account.id = note.changed_by
                         where note.subject_id = ?
                        """)
                .param(subject.id())
                .query((row, number) -> new Note(
                        row.getString("text"),
                        row.getLong("revision"),
                        Optional.of(row.getTimestamp("changed_at").toInstant()),
                        Optional.ofNullable(row.getString("name"))))
                .optional();
    }

    /** Saves the text as the next revision, unless the given one is not the newest any more. */
    public boolean save(Subject subject, Place place, String text, long base, UUID account) {
        String sql = base == 0 ? """
                        insert into note (subject_id, project_id, run_id, text, revision, changed_by)
                        values (:subject, :project, :run, :text, 1, :account) on conflict (subject_id) do nothing
                        """ : """
                        update note set text = :text, revision = revision + 1, changed_at = now(), changed_by = :account
                         where subject_id = :subject and revision = :base
                           and project_id = :project and run_id is not distinct from :run::uuid
                        """;
        return jdbc.sql(sql)
                        .param("subject", subject.id())
                        .param("project", place.project())
                        .param("run", place.run())
                        .param("text", text)
                        .param("base", base)
                        .param("account", account)
                        .update()
                > 0;
    }

    public List<String> tags(Subject subject) {
        return jdbc.sql("select word from tag where subject_id = ? order by word")
                .param(subject.id())
                .query(String.class)
                .list();
    }

    public void tag(Subject subject, Place place, Set<String> words) {
        jdbc.sql("delete from tag where subject_id = ?").param(subject.id()).update();
        words.forEach(word -> jdbc.sql("""
                        insert into tag (subject_id, word, project_id, run_id) values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(java.util.Arrays.asList(subject.id(), word, place.project(), place.run()))
                .update());
    }

    public List<String> used(UUID workspace) {
        return jdbc.sql("""
                        select distinct tag.word from tag join project on project.id = tag.project_id
                         where project.workspace_id = ? and project.deleted_at is null order by tag.word
                        """).param(workspace).query(String.class).list();
    }
}
