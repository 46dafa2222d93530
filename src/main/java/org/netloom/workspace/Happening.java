package org.netloom.workspace;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was done in a workspace, as its members read it.
 *
 * @param id raised with every deed; what came later has a greater one
 * @param who their name then
 * @param project where it was done, if that can still be opened
 * @param run what it was done to, if that is a run which can still be opened
 * @param subject the name then of what it was done to
 */
public record Happening(
        long id,
        Instant at,
        Deed deed,
        String who,
        Optional<UUID> project,
        Optional<UUID> run,
        String subject,
        String detail) {}
