package org.netloom.training;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.netloom.TestDatabase;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;
import org.netloom.format.DesignJson;
import org.netloom.training.store.RunStore;

/** Queues runs in a test's database, as the web side would. */
public final class RunFixture {

    private final TestDatabase database;
    private final UUID workspace = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private final RunStore store;
    private final RunQueue queue;

    public RunFixture(TestDatabase database) {
        this.database = database;
        this.store = new RunStore(database.jdbc());
        this.queue = new RunQueue(database.source());
        database.jdbc()
                .sql("insert into workspace (id, name) values (?, 'Test')")
                .param(workspace)
                .update();
        database.jdbc()
                .sql("insert into account (id, email, name, password) values (?, 'a@example.org', 'Ada', '{noop}')")
                .param(account)
                .update();
        database.jdbc()
                .sql("insert into project (id, workspace_id, name, design, plan) values (?, ?, 'Project', ?, '{}')")
                .params(project, workspace, DesignJson.text(Design.EMPTY))
                .update();
    }

    public UUID workspace() {
        return workspace;
    }

    public UUID account() {
        return account;
    }

    public UUID project() {
        return project;
    }

    public RunStore store() {
        return store;
    }

    /** A digit classifier with dropout: every kind of random number is used in its training. */
    public static Design digitClassifier() {
        return Design.chain(
                Layer.of("input", "input").with("shape", Value.dims(1, 28, 28)),
                Layer.of("flatten", "flatten"),
                Layer.of("hidden", "dense").with("units", 64),
                Layer.of("dropout", "dropout").with("rate", Value.of(0.2)),
                Layer.of("output", "output").with("units", 10).with("activation", "softmax"));
    }

    public static Map<String, Value> plan(String dataset, long epochs, Object... more) {
        Map<String, Value> plan = new LinkedHashMap<>();
        plan.put("dataset", Value.of(dataset));
        plan.put("split", Value.of("standard"));
        plan.put("epochs", Value.of(epochs));
        for (int i = 0; i < more.length; i += 2) {
            plan.put((String) more[i], (Value) more[i + 1]);
        }
        return plan;
    }

    public UUID queue(Design design, Map<String, Value> plan) {
        UUID run = UUID.randomUUID();
        database.transaction().executeWithoutResult(status -> {
            int number = store.nextNumber(project);
            store.insert(
                    run,
                    workspace,
                    project,
                    "Run " + number,
                    new Run.Snapshot(design, 1, plan, 42, "test", Instant.now(), Optional.of("Ada")),
                    account,
                    number);
        });
        queue.add(run, 0);
        return run;
    }

    public void resume(UUID run) {
        store.change(run, RunState.Kind.QUEUED, Optional.empty());
        queue.add(run, store.attempts(run));
    }

    public Run find(UUID run) {
        return store.find(run).orElseThrow();
    }
}
