package org.netloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.netloom.TestDatabase;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.store.RunSearch;
import org.netloom.training.store.RunStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.OnlyAccess;
import org.netloom.workspace.Person;
import org.netloom.workspace.Quota;
import org.netloom.workspace.Quotas;
import org.netloom.workspace.WorkspaceParts;

class FullQueueTest {

    private static final int MOST = 2;
    private static final long ROOM = 1000;
    private static final long PARAMETERS = 100_000;
    private static final long LAYERS = 10;

    private final TestDatabase database = TestDatabase.fresh();
    private final RunFixture fixture = new RunFixture(database);
    private final Person editor = new Person(fixture.account(), "a@example.org", "Ada", false);
    private final RunStore store = new RunStore(database.jdbc());
    private final Access access = new OnlyAccess(editor, fixture.workspace());
    private final Quotas quotas =
            WorkspaceParts.quotas(database, access, new Quota(MOST, ROOM, PARAMETERS, LAYERS, 1000));
    private final Runs runs = new Runs(
            access,
            store,
            new RunSearch(database.jdbc()),
            new RunQueue(database.source()),
            new PreRunCheck(Catalog.standard(), new DatasetCatalog(Path.of("target", "no-datasets")), Long.MAX_VALUE),
            new RunLimits(MOST, "test"),
            quotas,
            new DesignLimits(Catalog.standard(), quotas),
            WorkspaceParts.chronicle(database));

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

    @Test
    void manyWhoAskAtOnceDoNotOvershoot() throws Exception {
        List<Future<Result<UUID>>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(people.submit(this::queue));
            }
        }

        int queued = 0;
        for (Future<Result<UUID>> answer : answers) {
            queued += answer.get().isOk() ? 1 : 0;
        }
        assertThat(queued).isEqualTo(MOST);
        assertThat(store.waiting(fixture.workspace())).isEqualTo(MOST);
    }

    @Test
    void fullStorageRefusesNewRunsOnly() {
        queue().get();
        database.jdbc()
                .sql("insert into blob (id, workspace_id, size, sha256) values (?, ?, ?, '')")
                .params(UUID.randomUUID(), fixture.workspace(), ROOM)
                .update();

        assertThat(queue().problems()).extracting(Problem::code).containsExactly("storage-full");
        assertThat(store.waiting(fixture.workspace())).isEqualTo(1);
    }

    @Test
    void aDesignThatIsTooLargeForItsWorkspaceIsNotQueued() {
        database.jdbc()
                .sql("insert into quota (workspace_id, parameters) values (?, 1000)")
                .param(fixture.workspace())
                .update();

        assertThat(queue().problems()).extracting(Problem::code).containsExactly("too-many-parameters");
    }

    @Test
    void aProjectThatWasMovedMeanwhileQueuesNothing() {
        database.jdbc().sql("update project set deleted_at = now()").update();

        assertThatExceptionOfType(AccessRefused.class).isThrownBy(this::queue);
        assertThat(store.waiting(fixture.workspace())).isZero();
    }
}
