package org.netloom.workspace;

import java.util.Optional;
import java.util.UUID;

/** The one place where access is decided. Every service method that serves a person or a program asks here first. */
public interface Access {

    /** Who is asking, from the browser session or the bearer token of the current request; empty when nobody is signed in. */
    Optional<Person> current();

    /** Whether whoever asks may do this there. */
    boolean allows(Place place, Action action);

    /**
     * Goes on if whoever asks may do this there: a member whose role is high enough or, to look, a visitor with a shared link.
     *
     * @throws AccessRefused when nobody is signed in, the place is not theirs, or their role is too low
     */
    void check(Place place, Action action);

    /**
     * The person asking, if they may do this there. Visitors with a link are nobody.
     *
     * @throws AccessRefused when nobody is signed in, the place is not theirs, or their role is too low
     */
    Person require(Place place, Action action);

    /**
     * The person asking, for what belongs to an account and to no workspace.
     *
     * @param change whether something is changed, which a token for reading may not
     * @throws AccessRefused when nobody is signed in
     */
    Person signedIn(boolean change);

    /** The person asking, if they look after this installation. */
    Person administrator();

    default void check(UUID workspace, Action action) {
        check(Place.workspace(workspace), action);
    }

    default Person require(UUID workspace, Action action) {
        return require(Place.workspace(workspace), action);
    }

    default boolean allows(UUID workspace, Action action) {
        return allows(Place.workspace(workspace), action);
    }
}
