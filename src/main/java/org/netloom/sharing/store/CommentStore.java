package org.netloom.sharing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.sharing.Comment;
import org.netloom.sharing.CommentText;
import org.netloom.sharing.Subject;
import org.netloom.workspace.Person;
import org.netloom.workspace.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments. */
@Repository
public class CommentStore {

    private static final String SELECT = """
            select comment.*, author.name as author_name, resolver.name as resolver_name
              from comment
              left join account author on author.id = comment.account_id
              left join account resolver on resolver.id = comment.resolved_by
            """;

    private final JdbcClient jdbc;
    private final MentionStore mentions;

    public CommentStore(JdbcClient jdbc, MentionStore mentions) {
        this.jdbc = jdbc;
        this.mentions = mentions;
    }

    /** A comment with what it is on. */
    public record Row(Subject subject, Comment comment) {}

    public void add(
            UUID id,
            Place place,
            @Nullable UUID thread,
            @Nullable String layer,
            @Nullable String layerName,
            Person author,
            String text) {
        jdbc.sql("""
                        insert into comment (id, project_id, run_id, layer_id, layer_name, thread_id, account_id, who, text)
                        values (:id, :project, :run, :layer, :layerName, :thread, :account, :who, :text)
                        """)
                .param("id", id)
                .param("project", place.project())
                .param("run", place.run())
                .param("layer", layer)
                .param("layerName", layerName)
                .param("thread", thread)
                .param("account", author.account())
                .param("who", author.name())
                .param("text", text)
                .update();
    }

    /** Those on the project or on the run, the oldest first. */
    public List<Comment> of(Place place) {
        Map<UUID, String> names = mentions.names(place);
        return jdbc.sql(SELECT + """
                         where comment.project_id = :project and comment.run_id is not distinct from :run::uuid
                         order by comment.created_at, comment.id
                        """)
                .param("project", place.project())
                .param("run", place.run())
                .query((row, number) -> read(row, names))
                .list();
    }

    /** Of the project and all its runs. */
    public int count(Place place) {
        return jdbc.sql("select count(*) from comment where project_id = ?")
                .param(place.project())
                .query(Integer.class)
                .single();
    }

    /** Threads on the project or on the run that are not settled. */
    public long open(Place place) {
        return jdbc.sql("""
                        select count(*) from comment
                         where project_id = :project and run_id is not distinct from :run::uuid
                           and thread_id is null and resolved_at is null
                        """)
                .param("project", place.project())
                .param("run", place.run())
                .query(Long.class)
                .single();
    }

    public Optional<Row> find(UUID id) {
        Map<UUID, String> names = mentions.names(id);
        return jdbc.sql(SELECT + "where comment.id = :id")
                .param("id", id)
                .query((row, number) -> {
                    UUID run = row.getObject("run_id", UUID.class);
                    return new Row(
                            run == null ? Subject.project(row.getObject("project_id", UUID.class)) : Subject.run(run),
                            read(row, names));
                })
                .optional();
    }

    public void edit(UUID id, String text) {
        jdbc.sql("update comment set text = ?, edited_at = now() where id = ?")
                .params(text, id)
                .update();
    }

    public void resolve(UUID id, @Nullable UUID account) {
        jdbc.sql("""
                        update comment set resolved_at = case when :account::uuid is not null then now() end,
                                           resolved_by = :account where id = :id
                        """).param("account", account).param("id", id).update();
    }

    /** Takes it away; only its text, where somebody has answered. The last answer takes an emptied beginning along. */
    public void remove(UUID id) {
        jdbc.sql("delete from comment_mention where comment_id = ?").param(id).update();
        int kept = jdbc.sql("""
                        update comment set text = '', removed_at = now()
                         where id = :id and exists (select 1 from comment answer where answer.thread_id = :id)
                        """).param("id", id).update();
        if (kept == 0) {
            List<UUID> begun = jdbc
                    .sql("delete from comment where id = ? returning thread_id")
                    .param(id)
                    .query((row, number) -> Optional.ofNullable(row.getObject("thread_id", UUID.class)))
                    .list()
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
            begun.forEach(thread -> jdbc.sql("""
                            delete from comment
                             where id = :thread and removed_at is not null
                               and not exists (select 1 from comment answer where answer.thread_id = :thread)
                            """).param("thread", thread).update());
        }
    }

    /** The same comment with what is known of its layer now. */
    public static Comment about(Comment comment, Comment.Layer layer) {
        return new Comment(
                comment.id(),
                comment.project(),
                comment.run(),
                Optional.of(layer),
                comment.thread(),
                comment.account(),
                comment.who(),
                comment.source(),
                comment.parts(),
                comment.at(),
                comment.editedAt(),
                comment.resolvedAt(),
                comment.resolvedBy(),
                comment.removed());
    }

    private static Comment read(ResultSet row, Map<UUID, String> names) throws SQLException {
        String layer = row.getString("layer_id");
        String author = row.getString("author_name");
        return new Comment(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                Optional.ofNullable(row.getObject("run_id", UUID.class)),
                layer == null
                        ? Optional.empty()
                        : Optional.of(new Comment.Layer(layer, row.getString("layer_name"), false)),
                Optional.ofNullable(row.getObject("thread_id", UUID.class)),
                Optional.ofNullable(row.getObject("account_id", UUID.class)),
                author == null ? row.getString("who") : author,
                row.getString("text"),
                CommentText.parts(row.getString("text"), names),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "edited_at"),
                instant(row, "resolved_at"),
                Optional.ofNullable(row.getString("resolver_name")),
                row.getTimestamp("removed_at") != null);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(java.sql.Timestamp::toInstant);
    }
}
