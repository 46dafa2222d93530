package org.netloom.workspace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.AuditEntry;
import org.netloom.workspace.AuditFilter;
import org.netloom.workspace.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what owners and administrators answer for. */
@Repository
public class AuditStore {

    private static final List<String> AUDITED =
            Arrays.stream(Deed.values()).filter(Deed::isAudited).map(Deed::name).toList();

    /** Of what concerns an account and no workspace, owners of its workspaces read this and no more. */
    private static final List<String> OF_MEMBERS = Arrays.stream(Deed.values())
            .filter(Deed::isOfMembers)
            .map(Deed::name)
            .toList();

    private static final String FILTER = """
               and (cast(:only as text) is null or deed.deed = :only)
               and (cast(:account as uuid) is null or deed.account_id = :account)
               and (cast(:from as timestamptz) is null or deed.at >= :from)
               and (cast(:until as timestamptz) is null or deed.at < :until)
             order by deed.id desc
             limit :limit offset :skip
            """;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With how its members came in since they joined; from where is theirs. */
    public List<AuditEntry> ofWorkspace(UUID workspace, AuditFilter filter, int skip, int limit) {
        return query(
                """
                select * from (
                    select id, at, deed, account_id, who, target_id, subject, detail
                      from deed
                     where workspace_id = :workspace and deed.deed in (:audited)
                    union all
                    select id, at, deed, deed.account_id, who, target_id, subject, ''
                      from deed join member on member.account_id = deed.account_id and member.workspace_id = :workspace
                     where deed.workspace_id is null and deed.deed in (:ofMembers) and at >= joined_at
                ) deed where true
                """, Map.of("workspace", workspace, "audited", AUDITED, "ofMembers", OF_MEMBERS), filter, skip, limit);
    }

    public List<AuditEntry> ofAccounts(AuditFilter filter, int skip, int limit) {
        return query("""
                select deed.id, deed.at, deed.deed, deed.account_id, deed.who, deed.target_id, deed.subject, deed.detail
                  from deed
                 where deed.deed in (:audited) and deed.workspace_id is null
                """, Map.of("audited", AUDITED), filter, skip, limit);
    }

    private List<AuditEntry> query(
            String select, Map<String, Object> parameters, AuditFilter filter, int skip, int limit) {
        return jdbc.sql(select + FILTER)
                .params(parameters)
                .param("only", filter.deed() == null ? null : filter.deed().name())
                .param("account", filter.account())
                .param("from", timestamp(filter.from()))
                .param("until", timestamp(filter.until()))
                .param("limit", limit)
                .param("skip", skip)
                .query((row, index) -> entry(row))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                Deed.valueOf(row.getString("deed")),
                row.getObject("account_id", UUID.class),
                row.getString("who"),
                row.getObject("target_id", UUID.class),
                row.getString("subject"),
                row.getString("detail"));
    }

    /** Within what the database can count. */
    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        Instant within = instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
        return Timestamp.from(within.isAfter(LAST) ? LAST : within);
    }
}
