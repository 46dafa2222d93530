package org.netloom.api;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
 * and nothing is kept for it in memory but the batch on its way. Whether it may see that is asked before each batch, and again
 * where a message has waited.
 */
final class LiveSender {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSender.class);
    private static final int SECONDS_BETWEEN_LOOKS = 2;
    private static final int LOOKS_BETWEEN_PINGS = 10;
    private static final long ANSWER_HOLDS = TimeUnit.MILLISECONDS.toNanos(100);

    private final WebSocketSession session;
    private final LiveSource source;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean stopped;
    private long asked;

    LiveSender(WebSocketSession session, LiveSource source) {
        this.session = session;
        this.source = source;
    }

    void start() {
        Thread.ofVirtual().name("live " + source.subject()).start(() -> {
            Runnable unsubscribe = source.listen(this::nudge);
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

    /** The server goes down; the client may come back and go on from what it got last. */
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
                ask();
                switch (source.advance(this::send)) {
                    case MORE -> {}
                    case UP_TO_DATE -> waitForNews();
                    case OVER -> {
                        return CloseStatus.NORMAL;
                    }
                }
            }
            return CloseStatus.NORMAL;
        } catch (AccessRefused refused) {
            return CloseStatus.POLICY_VIOLATION;
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A client of {} is gone: {}", source.subject(), e.getMessage());
            return CloseStatus.SESSION_NOT_RELIABLE;
        } catch (DataAccessException e) {
            LOG.warn("Live frames of {} end, the database does not answer: {}", source.subject(), e.getMessage());
            return CloseStatus.SERVICE_RESTARTED;
        } catch (RuntimeException e) {
            LOG.error("Live frames of {} end", source.subject(), e);
            return CloseStatus.SERVER_ERROR;
        }
    }

    private void ask() {
        source.mustBeAllowed();
        asked = System.nanoTime();
    }

    /** Until there are some, or it is time to show the client that the connection lives. */
    private void waitForNews() throws IOException {
        try {
            for (int look = 0; look < LOOKS_BETWEEN_PINGS; look++) {
                if (nudges.tryAcquire(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                    nudges.drainPermits();
                    return;
                }
                ask();
            }
            session.sendMessage(new PingMessage());
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    /** What was read may have waited for a slow client: it goes only to who may see it still. */
    private void send(String message) throws IOException {
        if (System.nanoTime() - asked > ANSWER_HOLDS) {
            ask();
        }
        session.sendMessage(new TextMessage(message));
    }

    private void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException e) {
            LOG.debug("A client of {} was gone already: {}", source.subject(), e.getMessage());
        }
    }
}
