package org.netloom.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which lines of the audit log are wanted; null leaves open. */
public record AuditFilter(
        @Nullable Deed deed,
        @Nullable UUID account,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AuditFilter NONE = new AuditFilter(null, null, null, null);
}
