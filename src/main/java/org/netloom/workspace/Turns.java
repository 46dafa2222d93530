package org.netloom.workspace;

import java.util.UUID;
import java.util.stream.Stream;
import org.netloom.workspace.store.TurnStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one transaction after the other look at something and then act on what it saw: counts before something is added, or who owns a
 * workspace before an owner leaves. A turn lasts to the transaction's end.
 */
@Service
public class Turns {

    private static final String WAITING = "it makes transactions wait for each other, and tells nothing";

    private final TurnStore store;

    Turns(TurnStore store) {
        this.store = store;
    }

    @Open(to = Open.To.EVERYONE, because = WAITING)
    @Transactional(propagation = Propagation.MANDATORY)
    public void in(UUID workspace) {
        store.workspace(workspace);
    }

    /** In an order of its own, so that two moves in opposite directions do not wait for each other. */
    @Open(to = Open.To.EVERYONE, because = WAITING)
    @Transactional(propagation = Propagation.MANDATORY)
    public void inBoth(UUID workspace, UUID other) {
        Stream.of(workspace.toString(), other.toString())
                .sorted()
                .map(UUID::fromString)
                .forEach(store::workspace);
    }

    /** For what belongs to no workspace. */
    @Open(to = Open.To.EVERYONE, because = WAITING)
    @Transactional(propagation = Propagation.MANDATORY)
    public void ofInvitations() {
        store.invitations();
    }

    @Open(to = Open.To.EVERYONE, because = WAITING)
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(UUID account) {
        store.account(account);
    }
}
