package org.netloom.sharing;

import java.time.Instant;
import org.netloom.sharing.store.LinkStore;
import org.netloom.workspace.Purge;
import org.springframework.stereotype.Component;

/** Links that have opened nothing for long are no news to anybody. */
@Component
class LinkPurge implements Purge {

    private final LinkStore store;

    LinkPurge(LinkStore store) {
        this.store = store;
    }

    /** All at once: they are small. */
    @Override
    public boolean one(Instant deletedBefore) {
        store.forget(deletedBefore);
        return false;
    }
}
