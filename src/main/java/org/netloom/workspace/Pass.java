package org.netloom.workspace;

/** Something other than membership that opens a place to be looked at: a shared link. Asked only for what changes nothing. */
@FunctionalInterface
public interface Pass {
    boolean opens(Place place, Action action);
}
