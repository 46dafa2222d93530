package org.netloom.training;

import java.nio.file.Path;
import org.netloom.TestDatabase;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.store.RunSearch;
import org.netloom.training.store.RunStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.Quotas;
import org.netloom.workspace.WorkspaceParts;

/** Opens what other modules lean on to their tests. */
public final class TrainingParts {

    private TrainingParts() {}

    public static PreRunCheck check(Path datasets) {
        return new PreRunCheck(Catalog.standard(), new DatasetCatalog(datasets), Long.MAX_VALUE);
    }

    public static Runs runs(TestDatabase database, Access access, Quotas quotas, DesignLimits limits) {
        return new Runs(
                access,
                new RunStore(database.jdbc()),
                new RunSearch(database.jdbc()),
                new RunQueue(database.source()),
                check(Path.of("target", "no-datasets")),
                new RunLimits(100, "test"),
                quotas,
                limits,
                WorkspaceParts.chronicle(database));
    }

    public static QuietRuns quietRuns(TestDatabase database) {
        return new QuietRuns(new RunStore(database.jdbc()));
    }
}
