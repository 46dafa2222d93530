package org.netloom.news;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what is notified in the database. One connection listens for the whole process; whenever it had to be opened again, everyone
 * is told so, because something may have been missed.
 */
@Open(to = Open.To.EVERYONE, because = "news are ids; whoever hears of one asks for what it stands for")
@Component
public class NewsLine implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NewsLine.class);
    private static final int LISTEN_MILLIS = 10_000;
    private static final long SHORTEST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;

    private final JdbcConnectionDetails database;
    private final Map<String, List<Hearer>> hearers = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable Thread listener;

    NewsLine(JdbcConnectionDetails database) {
        this.database = database;
    }

    private record Hearer(Consumer<String> heard, Runnable missed) {}

    /**
     * Hears a channel from the start of the application on; to be called while it is put together.
     *
     * @param heard called on the one thread that serves all: must return at once
     * @param missed called when notifications may have been lost
     */
    public void hear(String channel, Consumer<String> heard, Runnable missed) {
        hearers.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(new Hearer(heard, missed));
    }

    @Override
    public void start() {
        running = true;
        listener = Thread.ofVirtual().name("news").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        Thread listening = listener;
        if (listening != null) {
            listening.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        long pause = SHORTEST_PAUSE;
        while (running) {
            try (NewsConnection connection = NewsConnection.open(
                    database.getJdbcUrl(), database.getUsername(), database.getPassword(), hearers.keySet())) {
                pause = SHORTEST_PAUSE;
                hearers.values().forEach(all -> all.forEach(hearer -> safely(hearer.missed())));
                while (running) {
                    connection.await(LISTEN_MILLIS).forEach(this::pass);
                }
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("Listening for news again in {} ms: {}", pause, e.getMessage());
                    sleep(pause);
                    pause = Math.min(LONGEST_PAUSE, 2 * pause);
                }
            }
        }
    }

    private void pass(NewsConnection.Heard news) {
        hearers.getOrDefault(news.channel(), List.of())
                .forEach(hearer -> safely(() -> hearer.heard().accept(news.what())));
    }

    private static void safely(Runnable told) {
        try {
            told.run();
        } catch (RuntimeException e) {
            LOG.error("News could not be passed on", e);
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
