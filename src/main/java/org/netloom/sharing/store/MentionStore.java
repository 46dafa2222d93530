package org.netloom.sharing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.netloom.sharing.CommentText;
import org.netloom.sharing.Mention;
import org.netloom.workspace.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is mentioned where. What somebody may not see any more is not in their list either. */
@Repository
public class MentionStore {

    private static final String VISIBLE = """
              from comment_mention
              join comment on comment.id = comment_mention.comment_id and comment.removed_at is null
              join project on project.id = comment.project_id and project.deleted_at is null
              join workspace on workspace.id = project.workspace_id and workspace.deleted_at is null
              join member on member.workspace_id = workspace.id and member.account_id = comment_mention.account_id
              left join run on run.id = comment.run_id
              left join account author on author.id = comment.account_id
             where comment_mention.account_id = :account
               and comment.account_id is distinct from comment_mention.account_id
            """;

    private final JdbcClient jdbc;

    public MentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean areMembers(UUID workspace, Set<UUID> accounts) {
        if (accounts.isEmpty()) {
            return true;
        }
        List<UUID> members = jdbc.sql(
                        "select account_id from member where workspace_id = :workspace and account_id in (:accounts)")
                .param("workspace", workspace)
                .param("accounts", accounts)
                .query(UUID.class)
                .list();
        return new HashSet<>(members).containsAll(accounts);
    }

    /** Makes these the mentioned ones; who was mentioned before is not told again. */
    public void replace(UUID comment, UUID author, Set<UUID> accounts) {
        Set<UUID> wanted = new HashSet<>(accounts);
        jdbc
                .sql("select account_id from comment_mention where comment_id = ?")
                .param(comment)
                .query(UUID.class)
                .list()
                .stream()
                .filter(known -> !wanted.remove(known))
                .forEach(gone -> jdbc.sql("delete from comment_mention where comment_id = ? and account_id = ?")
                        .params(comment, gone)
                        .update());
        wanted.forEach(account -> jdbc.sql("""
                        insert into comment_mention (comment_id, account_id, read_at)
                        select :comment, id, case when :own then now() end from account where id = :account
                        """)
                .param("comment", comment)
                .param("account", account)
                .param("own", account.equals(author))
                .update());
    }

    Map<UUID, String> names(UUID comment) {
        return names("comment.id = ?", comment);
    }

    Map<UUID, String> names(Place place) {
        return names("comment.project_id = ?", java.util.Objects.requireNonNull(place.project()));
    }

    /** Of all who are mentioned together with this account. */
    private Map<UUID, String> namesBeside(UUID account) {
        return names("comment.id in (select comment_id from comment_mention where account_id = ?)", account);
    }

    private Map<UUID, String> names(String where, Object parameter) {
        return jdbc
                .sql("select distinct account.id, account.name from comment_mention"
                        + " join comment on comment.id = comment_mention.comment_id"
                        + " join account on account.id = comment_mention.account_id where " + where)
                .param(parameter)
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The newest first. */
    public List<Mention> of(UUID account, int limit) {
        Map<UUID, String> names = namesBeside(account);
        return jdbc.sql("""
                        select comment.id, comment.text, comment.created_at, comment.layer_name, comment.project_id, comment.run_id,
                               coalesce(author.name, comment.who) as who, workspace.name as workspace_name,
                               coalesce(run.name || ' · ' || project.name, project.name) as subject, comment_mention.read_at
                        """ + VISIBLE + " order by comment.created_at desc, comment.id limit :limit")
                .param("account", account)
                .param("limit", limit)
                .query((row, number) -> read(row, names))
                .list();
    }

    public int unread(UUID account) {
        return jdbc.sql("select count(*) " + VISIBLE + " and comment_mention.read_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    public void read(UUID account, UUID comment) {
        jdbc.sql(
                        "update comment_mention set read_at = coalesce(read_at, now()) where account_id = ? and comment_id = ?")
                .params(account, comment)
                .update();
    }

    public void readAll(UUID account) {
        jdbc.sql("update comment_mention set read_at = now() where account_id = ? and read_at is null")
                .param(account)
                .update();
    }

    private static Mention read(ResultSet row, Map<UUID, String> names) throws SQLException {
        UUID comment = row.getObject("id", UUID.class);
        String text = CommentText.parts(row.getString("text"), names).stream()
                .map(CommentText.Part::text)
                .collect(Collectors.joining());
        return new Mention(
                comment,
                row.getString("who"),
                row.getString("workspace_name"),
                row.getObject("project_id", UUID.class),
                Optional.ofNullable(row.getObject("run_id", UUID.class)),
                row.getString("subject"),
                Optional.ofNullable(row.getString("layer_name")),
                text,
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("read_at") != null);
    }
}
