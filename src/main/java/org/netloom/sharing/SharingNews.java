package org.netloom.sharing;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.netloom.sharing.store.SubjectStore;
import org.netloom.training.store.RunChannel;
import org.netloom.workspace.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that somebody said something about a project, or to a person, whichever process it was said to. One connection
 * listens for all of them; after it was lost everyone is told once.
 */
@Component
public class SharingNews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SharingNews.class);
    private static final int LISTEN_MILLIS = 10_000;
    private static final long SHORTEST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;
    private static final String IDS_ONLY = "it says that there is something new, not what: whoever is told asks for it";

    private final JdbcConnectionDetails database;
    private final Map<UUID, Set<Runnable>> subscribers = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    SharingNews(JdbcConnectionDetails database) {
        this.database = database;
    }

    /**
     * Nudges whenever there may be something new about a project or for an account, until the answer is run.
     *
     * @param nudge called on the thread that serves everyone: must return at once
     */
    @Open(to = Open.To.EVERYONE, because = IDS_ONLY)
    public Runnable subscribe(UUID of, Runnable nudge) {
        // A wrapper of its own makes two subscriptions of one and the same nudge distinct.
        Runnable own = () -> nudge.run();
        subscribers.compute(of, (id, all) -> {
            Set<Runnable> set = all == null ? ConcurrentHashMap.newKeySet() : all;
            set.add(own);
            return set;
        });
        return () -> subscribers.computeIfPresent(of, (id, all) -> {
            all.remove(own);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    @Open(to = Open.To.EVERYONE, because = IDS_ONLY)
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("sharing news").start(this::listen);
    }

    @Override
    @Open(to = Open.To.EVERYONE, because = IDS_ONLY)
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    @Open(to = Open.To.EVERYONE, because = IDS_ONLY)
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        long pause = SHORTEST_PAUSE;
        while (running) {
            try (RunChannel channel = RunChannel.open(
                    database.getJdbcUrl(), database.getUsername(), database.getPassword(), SubjectStore.CHANNEL)) {
                pause = SHORTEST_PAUSE;
                subscribers.keySet().forEach(this::nudge);
                while (running) {
                    channel.await(LISTEN_MILLIS).forEach(this::nudge);
                }
            } catch (SQLException | IllegalArgumentException e) {
                if (running) {
                    LOG.warn("Listening for news of comments again in {} ms: {}", pause, e.getMessage());
                    sleep(pause);
                    pause = Math.min(LONGEST_PAUSE, 2 * pause);
                }
            }
        }
    }

    private void nudge(UUID of) {
        for (Runnable subscriber : subscribers.getOrDefault(of, Set.of())) {
            try {
                subscriber.run();
            } catch (RuntimeException gone) {
                // A page that is being closed must not disturb the others.
                LOG.debug("A page could not be told", gone);
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
