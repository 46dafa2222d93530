package org.netloom.editor;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells every open page that a design or its plan has changed, once the change is stored. */
@Component
public class DesignNews {

    private final Map<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();

    /** Called on the thread of whoever made the change; must return at once. */
    @FunctionalInterface
    public interface Listener {
        void changed(long revision);
    }

    /** Listens until the answer is run. */
    public Runnable listen(UUID project, Listener listener) {
        listeners.computeIfAbsent(project, id -> ConcurrentHashMap.newKeySet()).add(listener);
        return () -> listeners.computeIfPresent(project, (id, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    void tell(UUID project, long revision) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tellNow(project, revision);
                }
            });
        } else {
            tellNow(project, revision);
        }
    }

    private void tellNow(UUID project, long revision) {
        listeners.getOrDefault(project, Set.of()).forEach(listener -> listener.changed(revision));
    }
}
