package org.netloom.api;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.netloom.training.RunFeed;
import org.netloom.training.RunNews;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Serves {@code WS /ws/runs/{run}?after={sequence}}. Clients have nothing to say; what they send is not read. */
@Needs(Action.SEE)
@Component
final class LiveRuns extends AbstractWebSocketHandler implements DisposableBean {

    /** Where the handshake leaves the feed it has opened. */
    static final String FEED = "feed";

    /** Where the handshake leaves by what right. */
    static final String RIGHT = "right";

    private final RunNews news;
    private final Map<String, LiveReader> readers = new ConcurrentHashMap<>();

    LiveRuns(RunNews news) {
        this.news = news;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        RunFeed feed = (RunFeed) Objects.requireNonNull(session.getAttributes().get(FEED));
        LiveRight right =
                (LiveRight) Objects.requireNonNull(session.getAttributes().get(RIGHT));
        LiveReader reader = new LiveReader(session, feed, right);
        readers.put(session.getId(), reader);
        reader.start(news);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        // Read off the wire, so that the connection stays healthy.
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable exception) {
        end(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        end(session);
    }

    private void end(WebSocketSession session) {
        LiveReader reader = readers.remove(session.getId());
        if (reader != null) {
            reader.stop();
        }
    }

    @Override
    public void destroy() {
        readers.values().forEach(LiveReader::sayGoodbye);
    }
}
