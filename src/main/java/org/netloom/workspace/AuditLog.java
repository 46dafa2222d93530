package org.netloom.workspace;

import java.util.List;
import java.util.UUID;
import org.netloom.workspace.store.AuditStore;
import org.springframework.stereotype.Service;

/**
 * What was done, for those who answer for it. Owners read of their workspace, and when its members signed in or made tokens since they
 * joined, not from where; administrators read of all accounts.
 */
@Service
public class AuditLog {

    public static final int MOST_AT_ONCE = 1000;

    private final Access access;
    private final AuditStore store;

    AuditLog(Access access, AuditStore store) {
        this.access = access;
        this.store = store;
    }

    /** Newest first. */
    @Needs(Action.AUDIT)
    public List<AuditEntry> of(UUID workspace, AuditFilter filter, int skip, int limit) {
        access.require(workspace, Action.AUDIT);
        return store.ofWorkspace(workspace, filter, Math.max(0, skip), Math.clamp(limit, 0, MOST_AT_ONCE));
    }

    /** What concerns accounts and no workspace, newest first. */
    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    public List<AuditEntry> ofAccounts(AuditFilter filter, int skip, int limit) {
        access.administrator();
        return store.ofAccounts(filter, Math.max(0, skip), Math.clamp(limit, 0, MOST_AT_ONCE));
    }
}
