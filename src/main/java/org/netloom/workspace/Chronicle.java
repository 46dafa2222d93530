package org.netloom.workspace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.store.ChronicleStore;
import org.springframework.stereotype.Service;

/** Remembers what people did. A deed is noted in the transaction that does it, so that there is never one without the other. */
@Service
public class Chronicle {

    private final ChronicleStore store;

    Chronicle(ChronicleStore store) {
        this.store = store;
    }

    /**
     * What somebody did to something.
     *
     * @param target id of what it was done to; null where it has none
     * @param subject its name
     * @param detail what else is worth knowing, or nothing
     */
    public void note(Deed deed, Person who, Place place, @Nullable UUID target, String subject, String detail) {
        store.add(deed, place.workspace(), place.project(), who.account(), who.name(), target, subject, detail);
    }

    /** What concerns an account and no workspace. */
    public void note(Deed deed, @Nullable UUID account, String who, String subject, String detail) {
        store.add(deed, null, null, account, who, account, subject, detail);
    }
}
