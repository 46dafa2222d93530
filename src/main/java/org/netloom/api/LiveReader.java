package org.netloom.api;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.netloom.training.RunFeed;
import org.netloom.training.RunFrame;
import org.netloom.training.RunNews;
import org.netloom.workspace.AccessRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Sends one client what is new, on a thread of its own and at the client's speed. Nudges that come while it is sending become one,
 * and nothing is kept for it in memory but the batch on its way.
 */
final class LiveReader {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final int SECONDS_BETWEEN_LOOKS = 2;
    private static final int LOOKS_BETWEEN_PINGS = 10;

    private final WebSocketSession session;
    private final RunFeed feed;
    private final LiveRight right;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean stopped;

    LiveReader(WebSocketSession session, RunFeed feed, LiveRight right) {
        this.session = session;
        this.feed = feed;
        this.right = right;
    }

    void start(RunNews news) {
        Thread.ofVirtual().name("live run " + feed.run()).start(() -> {
            Runnable unsubscribe = news.subscribe(feed.run(), this::nudge);
            try {
                close(serve());
            } finally {
                unsubscribe.run();
            }
        });
    }

    /** Ends the sending; the session is gone already. */
    void stop() {
        stopped = true;
        nudge();
    }

    /** The server goes down; the client may come back with its last sequence number. */
    void sayGoodbye() {
        stop();
        close(CloseStatus.GOING_AWAY);
    }

    private void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    private CloseStatus serve() {
        try {
            while (!stopped) {
                if (!right.holds()) {
                    return CloseStatus.POLICY_VIOLATION;
                }
                boolean more = feed.advance(this::send);
                if (feed.isOver()) {
                    return CloseStatus.NORMAL;
                }
                if (!more && !isNudged()) {
                    session.sendMessage(new PingMessage());
                }
            }
            return CloseStatus.NORMAL;
        } catch (AccessRefused refused) {
            return CloseStatus.POLICY_VIOLATION;
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A client of run {} is gone: {}", feed.run(), e.getMessage());
            return CloseStatus.SESSION_NOT_RELIABLE;
        } catch (DataAccessException e) {
            LOG.warn("Live frames of run {} end, the database does not answer: {}", feed.run(), e.getMessage());
            return CloseStatus.SERVICE_RESTARTED;
        } catch (RuntimeException e) {
            LOG.error("Live frames of run {} end", feed.run(), e);
            return CloseStatus.SERVER_ERROR;
        }
    }

    /** Waits for news; also ends when whoever watches may do so no more. */
    private boolean isNudged() {
        try {
            for (int look = 0; look < LOOKS_BETWEEN_PINGS; look++) {
                if (nudges.tryAcquire(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                    nudges.drainPermits();
                    return true;
                }
                if (!right.holds()) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What was read may have waited: it goes only to who may see it still. */
    private void send(RunFrame frame) throws IOException {
        if (!right.holds()) {
            throw AccessRefused.notSignedIn();
        }
        session.sendMessage(new TextMessage(LiveJson.text(frame)));
    }

    private void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException e) {
            LOG.debug("A client of run {} was gone already: {}", feed.run(), e.getMessage());
        }
    }
}
