package org.netloom.sharing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was said about a project, a layer of its design, or a run.
 *
 * @param thread the comment that this one answers
 * @param account of whoever said it; empty once the account is gone
 * @param source the text as it is stored, those mentioned as {@code @{id of their account}}; empty once it was removed
 * @param parts the text as it is read
 * @param removed whether only its place is kept, because others have answered
 */
public record Comment(
        UUID id,
        UUID project,
        Optional<UUID> run,
        Optional<Layer> layer,
        Optional<UUID> thread,
        Optional<UUID> account,
        String who,
        String source,
        List<CommentText.Part> parts,
        Instant at,
        Optional<Instant> editedAt,
        Optional<Instant> resolvedAt,
        Optional<String> resolvedBy,
        boolean removed) {

    /**
     * The layer that was talked about.
     *
     * @param name as it is called now or, once it is gone, as it was called then
     * @param gone whether the design has it no more
     */
    public record Layer(String id, String name, boolean gone) {}

    /** The text with the names of those mentioned. */
    public String text() {
        return CommentText.plain(parts);
    }
}
