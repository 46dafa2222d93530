package org.netloom.workspace;

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
}
