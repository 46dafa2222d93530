package org.netloom.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.training.store.RunStore;
import org.netloom.training.store.WorkerStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Open;
import org.springframework.stereotype.Service;

/** The workers that are alive and what each is doing, for anybody who is signed in. */
@Service
public class Workers {

    /**
     * A worker process.
     *
     * @param backend CPU or CUDA; empty until its first trainer has told
     * @param note what is worth knowing, such as why not CUDA
     * @param run what it trains now, if the person asking may see that
     * @param training whether it trains something
     */
    public record Worker(
            UUID id,
            String host,
            long pid,
            Instant startedAt,
            Instant heartbeatAt,
            String backend,
            String devices,
            String note,
            Optional<UUID> run,
            boolean training) {}

    private final WorkerStore store;
    private final RunStore runs;
    private final Access access;

    Workers(WorkerStore store, RunStore runs, Access access) {
        this.store = store;
        this.runs = runs;
        this.access = access;
    }

    @Open(to = Open.To.SIGNED_IN, because = "the machines serve every workspace; whose run one trains is not told")
    public List<Worker> alive() {
        access.signedIn(false);
        return store.alive().stream()
                .map(worker -> new Worker(
                        worker.id(),
                        worker.host(),
                        worker.pid(),
                        worker.startedAt(),
                        worker.heartbeatAt(),
                        worker.backend(),
                        worker.devices(),
                        worker.note(),
                        worker.run()
                                .filter(run -> runs.placeOf(run)
                                        .filter(place -> access.allows(place, Action.SEE))
                                        .isPresent()),
                        worker.run().isPresent()))
                .toList();
    }
}
