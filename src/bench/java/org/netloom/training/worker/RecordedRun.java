package org.netloom.training.worker;

import java.util.UUID;
import org.netloom.TestDatabase;
import org.netloom.training.TrainingWatch;
import org.netloom.training.store.OwnedRun;
import org.netloom.training.store.RunClaims;

/** Takes a queued run in hand as a worker does, and records into PostgreSQL what a training tells. */
final class RecordedRun implements AutoCloseable {

    private final RunRecorder recorder;

    RecordedRun(TestDatabase database, UUID run, UUID workspace, int iterations) {
        UUID worker = UUID.randomUUID();
        database.jdbc()
                .sql("insert into worker (id, host, pid) values (?, 'bench', 0)")
                .param(worker)
                .update();
        UUID owner = new RunClaims(database.jdbc()).claim(run, worker).orElseThrow();
        OwnedRun owned = new OwnedRun(database.jdbc(), database.transaction(), run, workspace, owner);
        owned.startAfter(0, 0, false);
        recorder = new RunRecorder(owned, new Pacemaker(iterations, 0, 0, 0));
    }

    TrainingWatch watch() {
        return recorder;
    }

    @Override
    public void close() {
        recorder.close();
    }
}
