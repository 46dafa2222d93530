package org.netloom.news;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who of this process wants to hear of what, by its id.
 *
 * @param <M> what is told
 */
public final class Audience<M> {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private final Map<UUID, Set<Consumer<M>>> listeners = new ConcurrentHashMap<>();

    /**
     * Listens until the answer is run.
     *
     * @param listener called on a thread that serves everyone: must return at once
     */
    public Runnable join(UUID of, Consumer<M> listener) {
        // A wrapper of its own makes two subscriptions of one and the same listener distinct.
        Consumer<M> own = message -> listener.accept(message);
        listeners.compute(of, (id, all) -> {
            Set<Consumer<M>> joined = all == null ? ConcurrentHashMap.newKeySet() : all;
            joined.add(own);
            return joined;
        });
        return () -> listeners.computeIfPresent(of, (id, all) -> {
            all.remove(own);
            return all.isEmpty() ? null : all;
        });
    }

    public void tell(UUID of, M message) {
        for (Consumer<M> listener : listeners.getOrDefault(of, Set.of())) {
            try {
                listener.accept(message);
            } catch (RuntimeException gone) {
                // A page that is being closed must not keep the others from hearing.
                LOG.debug("A listener to {} could not be told", of, gone);
            }
        }
    }

    public void tellAll(M message) {
        listeners.keySet().forEach(of -> tell(of, message));
    }

    /** What somebody listens to now. */
    public Set<UUID> ids() {
        return Set.copyOf(listeners.keySet());
    }
}
