package org.netloom.export;

import java.util.Arrays;
import java.util.Optional;

/** In what form a trained network can be taken away. */
public enum Format {
    /** What DL4J's {@code ModelSerializer} reads. */
    DL4J("dl4j"),
    /** The same with design, plan, curves and provenance beside it. */
    BUNDLE("bundle");

    private final String id;

    Format(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<Format> byId(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }
}
