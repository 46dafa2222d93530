package org.netloom.sharing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody was spoken to in a comment.
 *
 * @param who said it
 * @param subject the name of the run or, without one, of the project
 * @param text of the comment, with names
 */
public record Mention(
        UUID comment,
        String who,
        String workspace,
        UUID project,
        Optional<UUID> run,
        String subject,
        Optional<String> layer,
        String text,
        Instant at,
        boolean read) {}
