package org.netloom.security;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A live channel that somebody keeps open. */
final class Live implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Queue<String> frames = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    private Live() {}

    /** @param header such as {@code Cookie: name=value} */
    static Live open(int port, String path, String... header) {
        Live live = new Live();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (String each : header) {
            builder.header(each.substring(0, each.indexOf(':')), each.substring(each.indexOf(':') + 2));
        }
        live.socket = builder.buildAsync(URI.create("ws://localhost:" + port + path), live)
                .join();
        return live;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        frames.add(data.toString());
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(-1);
    }

    boolean isOpenAfter(Duration time) {
        return statusWithin(time) == 0;
    }

    /** The status that the other side closed it with. */
    int closeStatus(Duration patience) {
        return statusWithin(patience);
    }

    private int statusWithin(Duration time) {
        try {
            return closed.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException open) {
            return 0;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget() {
        frames.clear();
    }

    List<String> received() {
        return List.copyOf(frames);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
