package org.netloom.editor;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.netloom.workspace.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells every open page that a design or its plan has changed, once the change is stored. */
@Open(to = Open.To.EVERYONE, because = "news are numbers of revisions; whoever hears of one asks for the design")
@Component
public class DesignNews {

    private static final Logger LOG = LoggerFactory.getLogger(DesignNews.class);

    private final Map<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();

    /** Called on the thread of whoever made the change; must return at once. */
    @FunctionalInterface
    public interface Listener {
        void changed(long revision);
    }

    /** Listens until the answer is run. */
    public Runnable listen(UUID project, Listener listener) {
        listeners.compute(project, (id, all) -> {
            Set<Listener> joined = all == null ? ConcurrentHashMap.newKeySet() : all;
            joined.add(listener);
            return joined;
        });
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
        listeners.getOrDefault(project, Set.of()).forEach(listener -> {
            try {
                listener.changed(revision);
            } catch (RuntimeException gone) {
                // A page that is being closed must not disturb whoever made the change.
                LOG.debug("A page could not be told", gone);
            }
        });
    }
}
