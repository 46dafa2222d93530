package org.netloom.workspace;

import org.netloom.TestDatabase;
import org.netloom.workspace.store.QuotaStore;
import org.netloom.workspace.store.StoreFixture;
import org.netloom.workspace.store.TurnStore;

/** Opens what other modules lean on to their tests. */
public final class WorkspaceParts {

    /** Room enough for any test that is not about quotas. */
    public static final Quota PLENTY = new Quota(100, Long.MAX_VALUE, Long.MAX_VALUE, 10_000, 1000);

    private WorkspaceParts() {}

    public static Chronicle chronicle(TestDatabase database) {
        return new Chronicle(StoreFixture.chronicle(database.jdbc()));
    }

    public static Turns turns(TestDatabase database) {
        return new Turns(new TurnStore(database.jdbc()));
    }

    public static Quotas quotas(TestDatabase database, Access access, Quota usual) {
        return new Quotas(access, new QuotaStore(database.jdbc()), turns(database), chronicle(database), usual);
    }
}
