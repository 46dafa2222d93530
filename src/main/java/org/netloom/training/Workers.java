package org.netloom.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.training.store.WorkerStore;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.springframework.stereotype.Service;

/** The workers that are alive and what each is doing, for anybody who is signed in. */
@Service
public class Workers {

    /**
     * A worker process.
     *
     * @param backend CPU or CUDA; empty until its first trainer has told
     * @param note what is worth knowing, such as why not CUDA
     * @param run what it trains now, if anything
     */
    public record Worker(
            UUID id,
            String host,
            long pid,
            Instant startedAt,
            String backend,
            String devices,
            String note,
            Optional<UUID> run) {}

    private final WorkerStore store;
    private final Access access;

    Workers(WorkerStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    public List<Worker> alive() {
        if (access.current().isEmpty()) {
            throw AccessRefused.notSignedIn();
        }
        return store.alive().stream()
                .map(worker -> new Worker(
                        worker.id(),
                        worker.host(),
                        worker.pid(),
                        worker.startedAt(),
                        worker.backend(),
                        worker.devices(),
                        worker.note(),
                        worker.run()))
                .toList();
    }
}
