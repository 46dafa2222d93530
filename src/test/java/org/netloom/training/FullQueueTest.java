package org.netloom.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netloom.TestDatabase;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.store.RunSearch;
import org.netloom.training.store.RunStore;
import org.netloom.workspace.OnlyAccess;
import org.netloom.workspace.Person;

class FullQueueTest {

    private static final int MOST = 2;

    private final TestDatabase database = TestDatabase.fresh();
    private final RunFixture fixture = new RunFixture(database);
    private final Person editor = new Person(fixture.account(), "a@example.org", "Ada", false);
    private final RunStore store = new RunStore(database.jdbc());
    private final Runs runs = new Runs(
            new OnlyAccess(editor, fixture.workspace()),
            store,
            new RunSearch(database.jdbc()),
            new RunQueue(database.source()),
            new PreRunCheck(Catalog.standard(), new DatasetCatalog(Path.of("target", "no-datasets")), Long.MAX_VALUE),
            new RunLimits(MOST, "test"));

    private Result<UUID> queue() {
        Map<String, Value> plan = RunFixture.plan("digits", 1);
        Runs.Request request =
                new Runs.Request(fixture.workspace(), fixture.project(), RunFixture.digitClassifier(), 1, plan, "");
        return database.transaction().execute(status -> runs.queue(request));
    }

    @Test
    void aFullQueueRefusesInPlainWordsAndKeepsWhatWaits() {
        UUID first = queue().get();
        UUID second = queue().get();

        Problem refusal = queue().problems().get(0);

        assertThat(refusal.code()).isEqualTo("queue-full");
        assertThat(refusal.what()).contains("2 runs");
        assertThat(refusal.fix()).isNotBlank();
        assertThat(store.waiting(fixture.workspace())).isEqualTo(MOST);
        assertThat(store.find(first)).isPresent();
        assertThat(store.find(second)).isPresent();
    }

    @Test
    void aPlaceIsFreeAgainOnceAWaitingRunIsStopped() {
        UUID first = queue().get();
        queue().get();

        assertThat(runs.stop(first).isOk()).isTrue();

        assertThat(queue().isOk()).isTrue();
    }
}
