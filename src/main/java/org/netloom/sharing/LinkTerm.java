package org.netloom.sharing;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long a shared link works. */
public enum LinkTerm {
    DAY("day", Optional.of(Duration.ofDays(1))),
    WEEK("week", Optional.of(Duration.ofDays(7))),
    MONTH("month", Optional.of(Duration.ofDays(30))),
    UNTIL_REVOKED("never", Optional.empty());

    private final String id;
    private final Optional<Duration> length;

    LinkTerm(String id, Optional<Duration> length) {
        this.id = id;
        this.length = length;
    }

    /** How programs call it. */
    public String id() {
        return id;
    }

    public Optional<Duration> length() {
        return length;
    }

    public static Optional<LinkTerm> find(String id) {
        return Arrays.stream(values()).filter(term -> term.id.equals(id)).findFirst();
    }
}
