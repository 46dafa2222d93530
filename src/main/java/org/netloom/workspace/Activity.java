package org.netloom.workspace;

import java.util.List;
import java.util.UUID;
import org.netloom.workspace.store.ActivityStore;
import org.springframework.stereotype.Service;

/** What was done in a workspace, for its members. The audit log, for owners, is another list. */
@Service
public class Activity {

    /** Deeds that one page may hold. */
    public static final int MOST = 200;

    private final Access access;
    private final ActivityStore store;

    Activity(Access access, ActivityStore store) {
        this.access = access;
        this.store = store;
    }

    /**
     * The newest first.
     *
     * @param before only what is older than this one
     */
    @Needs(Action.SEE)
    public List<Happening> of(UUID workspace, long before, int limit) {
        access.require(workspace, Action.SEE);
        return store.of(workspace, before, Math.min(Math.max(1, limit), MOST));
    }
}
