package org.netloom.workspace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Points in time as the database takes and gives them. */
final class Times {

    private Times() {}

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant from(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant fromNullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }
}
