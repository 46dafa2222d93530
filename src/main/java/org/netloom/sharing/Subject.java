package org.netloom.sharing;

import java.io.Serializable;
import java.util.UUID;

/** What is shared, discussed, noted or tagged: a project, or one of its runs. */
public record Subject(Kind kind, UUID id) implements Serializable {

    /** Which of both. */
    public enum Kind {
        PROJECT,
        RUN
    }

    public static Subject project(UUID id) {
        return new Subject(Kind.PROJECT, id);
    }

    public static Subject run(UUID id) {
        return new Subject(Kind.RUN, id);
    }
}
