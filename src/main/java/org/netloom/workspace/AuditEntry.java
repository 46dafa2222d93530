package org.netloom.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit log.
 *
 * @param account who did it; null where nobody was signed in or the account is gone
 * @param who their name then
 * @param subject name of what it was done to
 */
public record AuditEntry(
        long id,
        Instant at,
        Deed deed,
        @Nullable UUID account,
        String who,
        @Nullable UUID target,
        String subject,
        String detail) {}
