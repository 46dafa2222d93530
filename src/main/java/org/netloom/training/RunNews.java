package org.netloom.training;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.netloom.training.store.RunChannel;
import org.netloom.training.store.RunStandings;
import org.netloom.workspace.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells whoever looks at a run that there is news of it. One connection listens for all of them; after it was lost everyone is told
 * once, and a slow look at the rows catches what nobody was notified of.
 */
@Open(to = Open.To.EVERYONE, because = "news say nothing; whoever hears of some asks for the run")
@Component
public class RunNews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunNews.class);
    private static final int LISTEN_MILLIS = 10_000;
    private static final int LOOK_MILLIS = 2_000;
    private static final long SHORTEST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;

    private final JdbcConnectionDetails database;
    private final RunStandings standings;
    private final Map<UUID, Set<Runnable>> subscribers = new ConcurrentHashMap<>();
    private final Map<UUID, String> marks = new HashMap<>();
    private volatile boolean running;
    private volatile Thread[] threads = {};

    RunNews(JdbcConnectionDetails database, RunStandings standings) {
        this.database = database;
        this.standings = standings;
    }

    /**
     * Nudges whenever the run may have news, until the answer is run.
     *
     * @param nudge called on the thread that serves everyone: must return at once and not throw
     */
    public Runnable subscribe(UUID run, Runnable nudge) {
        // A wrapper of its own makes two subscriptions of one and the same nudge distinct.
        Runnable own = () -> nudge.run();
        subscribers.compute(run, (id, all) -> {
            Set<Runnable> set = all == null ? ConcurrentHashMap.newKeySet() : all;
            set.add(own);
            return set;
        });
        return () -> subscribers.computeIfPresent(run, (id, all) -> {
            all.remove(own);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void start() {
        running = true;
        threads = new Thread[] {
            Thread.ofVirtual().name("run news").start(this::listen),
            Thread.ofVirtual().name("run news fallback").start(this::look)
        };
    }

    @Override
    public void stop() {
        running = false;
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        long pause = SHORTEST_PAUSE;
        while (running) {
            try (RunChannel channel =
                    RunChannel.open(database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
                pause = SHORTEST_PAUSE;
                subscribers.keySet().forEach(this::nudge);
                while (running) {
                    channel.await(LISTEN_MILLIS).forEach(this::nudge);
                }
            } catch (SQLException | IllegalArgumentException e) {
                if (running) {
                    LOG.warn("Listening for news of runs again in {} ms: {}", pause, e.getMessage());
                    sleep(pause);
                    pause = Math.min(LONGEST_PAUSE, 2 * pause);
                }
            }
        }
    }

    private void look() {
        while (running) {
            sleep(LOOK_MILLIS);
            try {
                Map<UUID, String> now = standings.marks(Set.copyOf(subscribers.keySet()));
                now.forEach((run, mark) -> {
                    if (!Objects.equals(marks.get(run), mark)) {
                        nudge(run);
                    }
                });
                marks.clear();
                marks.putAll(now);
            } catch (DataAccessException e) {
                LOG.debug("No look at the runs: {}", e.getMessage());
            }
        }
    }

    private void nudge(UUID run) {
        for (Runnable subscriber : subscribers.getOrDefault(run, Set.of())) {
            try {
                subscriber.run();
            } catch (RuntimeException e) {
                LOG.error("A listener to run {} failed", run, e);
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
