package org.netloom.sharing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A shared link as members see it.
 *
 * @param run the one it opens; empty: the whole project
 * @param hint first letters of its secret, to tell links apart
 * @param works whether it opens anything now
 */
public record Link(
        UUID id,
        UUID project,
        Optional<UUID> run,
        String hint,
        String madeBy,
        Instant madeAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        boolean works) {

    /** A link at the one time when its secret can be read. */
    public record Fresh(Link link, String secret) {}
}
