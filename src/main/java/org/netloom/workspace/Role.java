package org.netloom.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may do in a workspace, from least to most. */
public enum Role {
    /** Sees everything, changes nothing. */
    VIEWER,
    /** Draws, trains, adds data. */
    EDITOR,
    /** Everything, members and settings included. */
    OWNER;

    public boolean atLeast(Role least) {
        return compareTo(least) >= 0;
    }

    /** As the API and texts name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> byId(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
