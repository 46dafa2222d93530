package org.netloom.api;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Tells each of its clients what is new. Clients have nothing to say; what they send is not read. */
abstract class LiveChannel extends AbstractWebSocketHandler implements DisposableBean {

    /** Where the handshake leaves the source it has opened. */
    static final String SOURCE = "source";

    private final Map<String, LiveSender> senders = new ConcurrentHashMap<>();

    /**
     * What a client is to be told, from the number after the given one on.
     *
     * @throws org.netloom.workspace.AccessRefused unless the watcher may see it
     */
    abstract LiveSource open(UUID id, long after, LiveWatcher watcher);

    @Override
    public final void afterConnectionEstablished(WebSocketSession session) {
        LiveSource source =
                (LiveSource) Objects.requireNonNull(session.getAttributes().get(SOURCE));
        LiveSender sender = new LiveSender(session, source);
        senders.put(session.getId(), sender);
        sender.start();
    }

    @Override
    protected final void handleTextMessage(WebSocketSession session, TextMessage message) {
        // Read off the wire, so that the connection stays healthy.
    }

    @Override
    public final void handleTransportError(WebSocketSession session, Throwable exception) {
        end(session);
    }

    @Override
    public final void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        end(session);
    }

    private void end(WebSocketSession session) {
        LiveSender sender = senders.remove(session.getId());
        if (sender != null) {
            sender.stop();
        }
    }

    @Override
    public final void destroy() {
        senders.values().forEach(LiveSender::sayGoodbye);
    }
}
