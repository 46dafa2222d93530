package org.netloom.workspace;

import java.util.Optional;
import java.util.UUID;

/** The one place where access is decided. Every service method that serves a person or a program asks here first. */
public interface Access {

    /** Who is asking, from the browser session or the bearer token of the current request; empty when nobody is signed in. */
    Optional<Person> current();

    /**
     * The person asking, if their role in the workspace is high enough.
     *
     * @throws AccessRefused when nobody is signed in, the workspace is not theirs, or their role is too low
     */
    Person require(UUID workspace, Role atLeast);
}
