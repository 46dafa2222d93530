package org.netloom.api;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.netloom.editor.Change;
import org.netloom.editor.DesignNews;
import org.netloom.editor.Editing;
import org.netloom.format.Json;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Serves {@code WS /ws/projects/{project}?after={revision}}. Clients have nothing to say; what they send is not read. */
@Needs(Action.SEE)
@Component
final class LiveEdits extends AbstractWebSocketHandler implements DisposableBean {

    /** Where the handshake leaves what the reader needs. */
    static final String WANTED = "wanted";

    /** What a client asked for, and as whom. */
    record Wanted(UUID project, long after, SecurityContext who) {}

    private final Editing editing;
    private final DesignNews news;
    private final Map<String, LiveEditsReader> readers = new ConcurrentHashMap<>();

    LiveEdits(Editing editing, DesignNews news) {
        this.editing = editing;
        this.news = news;
    }

    static JsonNode json(Change change) {
        return Json.parseOwn(change.edit());
    }

    static String frame(Change change) {
        ObjectNode frame = Json.object()
                .put("revision", change.revision())
                .put("by", change.name())
                .put("kind", change.kind());
        frame.set("edit", json(change));
        return Json.write(frame);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Wanted wanted = (Wanted) Objects.requireNonNull(session.getAttributes().get(WANTED));
        LiveEditsReader reader = new LiveEditsReader(session, editing, wanted);
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
        LiveEditsReader reader = readers.remove(session.getId());
        if (reader != null) {
            reader.stop();
        }
    }

    @Override
    public void destroy() {
        readers.values().forEach(LiveEditsReader::sayGoodbye);
    }
}
