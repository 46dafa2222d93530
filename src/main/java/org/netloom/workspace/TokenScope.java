package org.netloom.workspace;

/** What a token may be used for. */
public enum TokenScope {
    READ,
    WRITE
}
