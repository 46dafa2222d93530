package org.netloom.sharing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.sharing.Link;
import org.netloom.workspace.Action;
import org.netloom.workspace.Place;
import org.netloom.workspace.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shared links, known only by the SHA-256 of their secret. */
@Repository
public class LinkStore {

    /** One that is over, whose maker may not share any more, or whose project was taken elsewhere opens nothing. */
    private static final String SELECT = """
            select shared_link.*, account.name as maker, member.role as maker_role,
                   account.disabled_at is null
                   and shared_link.revoked_at is null
                   and (shared_link.expires_at is null or shared_link.expires_at > now())
                   and workspace.deleted_at is null
                   and project.deleted_at is null
                   and project.workspace_id = shared_link.workspace_id as valid
              from shared_link
              join workspace on workspace.id = shared_link.workspace_id
              join project on project.id = shared_link.project_id
              join account on account.id = shared_link.created_by
              left join member on member.workspace_id = shared_link.workspace_id and member.account_id = account.id
            """;

    private final JdbcClient jdbc;

    public LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UUID id, Place place, byte[] hash, String hint, UUID account, Optional<Duration> term) {
        jdbc.sql("""
                        insert into shared_link (id, workspace_id, project_id, run_id, hash, hint, created_by, expires_at)
                        values (:id, :workspace, :project, :run, :hash, :hint, :account,
                                now() + make_interval(secs => :seconds::double precision))
                        """)
                .param("id", id)
                .param("workspace", place.workspace())
                .param("project", place.project())
                .param("run", place.run())
                .param("hash", hash)
                .param("hint", hint)
                .param("account", account)
                .param("seconds", term.map(Duration::toSeconds).orElse(null), java.sql.Types.BIGINT)
                .update();
    }

    /** Where a link leads, if it works now. */
    public Optional<Place> opened(byte[] hash) {
        return jdbc.sql(SELECT + "where shared_link.hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new Found(place(row), read(row, number)))
                .optional()
                .filter(found -> found.link().works())
                .map(Found::place);
    }

    /** A link with the place it was made for. */
    public record Found(Place place, Link link) {}

    public Optional<Found> find(UUID id) {
        return jdbc.sql(SELECT + "where shared_link.id = :id")
                .param("id", id)
                .query((row, number) -> new Found(place(row), read(row, number)))
                .optional();
    }

    /** Those of a project, or of one run, the newest first. */
    public List<Link> of(Place place) {
        return jdbc.sql(SELECT + """
                         where shared_link.workspace_id = :workspace and shared_link.project_id = :project
                           and shared_link.run_id is not distinct from :run::uuid
                         order by shared_link.created_at desc, shared_link.id
                        """)
                .param("workspace", place.workspace())
                .param("project", place.project())
                .param("run", place.run())
                .query(LinkStore::read)
                .list();
    }

    public boolean revoke(UUID id) {
        return jdbc.sql("update shared_link set revoked_at = now() where id = ? and revoked_at is null")
                        .param(id)
                        .update()
                > 0;
    }

    /** Removes those that were over by then. */
    public void forget(Instant over) {
        jdbc.sql("delete from shared_link where least(expires_at, revoked_at) < ?")
                .param(java.sql.Timestamp.from(over))
                .update();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getObject("workspace_id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getObject("run_id", UUID.class));
    }

    private static Link read(ResultSet row, int number) throws SQLException {
        String role = row.getString("maker_role");
        return new Link(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                Optional.ofNullable(row.getObject("run_id", UUID.class)),
                row.getString("hint"),
                row.getString("maker"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                row.getBoolean("valid") && role != null && Role.valueOf(role).atLeast(Action.SHARE.least()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        java.sql.@Nullable Timestamp time = row.getTimestamp(column);
        return Optional.ofNullable(time).map(java.sql.Timestamp::toInstant);
    }
}
