package org.netloom.api;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.netloom.editor.Change;
import org.netloom.editor.DesignNews;
import org.netloom.editor.Editing;
import org.netloom.workspace.AccessRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Sends one client the edits that are new, on a thread of its own and at the client's speed. Whether it may see them is asked again
 * each time: who is no member any more hears nothing more.
 */
final class LiveEditsReader {

    private static final Logger LOG = LoggerFactory.getLogger(LiveEditsReader.class);
    private static final int SECONDS_BETWEEN_LOOKS = 2;
    private static final int LOOKS_BETWEEN_PINGS = 10;

    private final WebSocketSession session;
    private final Editing editing;
    private final LiveEdits.Wanted wanted;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean stopped;
    private long sent;

    LiveEditsReader(WebSocketSession session, Editing editing, LiveEdits.Wanted wanted) {
        this.session = session;
        this.editing = editing;
        this.wanted = wanted;
        this.sent = wanted.after();
    }

    void start(DesignNews news) {
        Thread.ofVirtual().name("live edits of " + wanted.project()).start(() -> {
            Runnable unsubscribe = news.listen(wanted.project(), revision -> nudge());
            SecurityContextHolder.setContext(wanted.who());
            try {
                close(serve());
            } finally {
                SecurityContextHolder.clearContext();
                unsubscribe.run();
            }
        });
    }

    /** Ends the sending; the session is gone already. */
    void stop() {
        stopped = true;
        nudge();
    }

    /** The server goes down; the client may come back with its last revision. */
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
                List<Change> changes = editing.changes(wanted.project(), sent);
                for (Change change : changes) {
                    session.sendMessage(new TextMessage(LiveEdits.frame(change)));
                    sent = change.revision();
                }
                if (changes.size() < Editing.MOST_CHANGES && !isNudged()) {
                    session.sendMessage(new PingMessage());
                }
            }
            return CloseStatus.NORMAL;
        } catch (AccessRefused refused) {
            return CloseStatus.POLICY_VIOLATION;
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A client of project {} is gone: {}", wanted.project(), e.getMessage());
            return CloseStatus.SESSION_NOT_RELIABLE;
        } catch (DataAccessException e) {
            LOG.warn(
                    "Live edits of project {} end, the database does not answer: {}", wanted.project(), e.getMessage());
            return CloseStatus.SERVICE_RESTARTED;
        } catch (RuntimeException e) {
            LOG.error("Live edits of project {} end", wanted.project(), e);
            return CloseStatus.SERVER_ERROR;
        }
    }

    /** Waits for news; also ends, refused, when whoever watches may do so no more. */
    private boolean isNudged() {
        try {
            for (int look = 0; look < LOOKS_BETWEEN_PINGS; look++) {
                if (nudges.tryAcquire(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                    nudges.drainPermits();
                    return true;
                }
                editing.mayWatch(wanted.project());
            }
            return false;
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException e) {
            LOG.debug("A client of project {} was gone already: {}", wanted.project(), e.getMessage());
        }
    }
}
