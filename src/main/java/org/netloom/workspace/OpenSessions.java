package org.netloom.workspace;

import org.netloom.workspace.store.AccountStore;
import org.springframework.stereotype.Service;

/** Tells whether a session that is open goes on. */
@Service
public class OpenSessions {

    private final AccountStore accounts;

    OpenSessions(AccountStore accounts) {
        this.accounts = accounts;
    }

    /** Whether the account was disabled, or its sessions were ended, since this one began. */
    @Open(to = Open.To.EVERYONE, because = "it is asked for the session at hand, and tells nothing else")
    public boolean isOver(SignedIn session) {
        return accounts.person(session.account(), session.epoch(), session.token())
                .isEmpty();
    }
}
