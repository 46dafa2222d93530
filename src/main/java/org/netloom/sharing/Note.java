package org.netloom.sharing;

import java.time.Instant;
import java.util.Optional;

/**
 * What is noted about a project or a run.
 *
 * @param revision raised by one with every change; 0: nothing was ever noted
 */
public record Note(String text, long revision, Optional<Instant> changedAt, Optional<String> changedBy) {

    public static final Note NONE = new Note("", 0, Optional.empty(), Optional.empty());
}
