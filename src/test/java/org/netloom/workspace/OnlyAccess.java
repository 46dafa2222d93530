package org.netloom.workspace;

import java.util.Optional;
import java.util.UUID;

/** Lets one person do everything in one workspace, and nothing elsewhere. */
public record OnlyAccess(Person person, UUID workspace) implements Access {

    @Override
    public Optional<Person> current() {
        return Optional.of(person);
    }

    @Override
    public boolean allows(Place place, Action action) {
        return place.workspace().equals(workspace);
    }

    @Override
    public void check(Place place, Action action) {
        if (!allows(place, action)) {
            throw AccessRefused.otherWorkspace();
        }
    }

    @Override
    public Person require(Place place, Action action) {
        check(place, action);
        return person;
    }

    @Override
    public Person signedIn(boolean change) {
        return person;
    }

    @Override
    public Person administrator() {
        return person;
    }
}
