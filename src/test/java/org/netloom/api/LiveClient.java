package org.netloom.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.netloom.format.Json;
import tools.jackson.databind.JsonNode;

/** A program that watches a run. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 30;

    private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final boolean reads;
    private @Nullable WebSocket socket;

    private LiveClient(boolean reads) {
        this.reads = reads;
    }

    static LiveClient connect(ApiClient as, Object run, long after) {
        return open(as, run + "?after=" + after, true);
    }

    static LiveClient edits(ApiClient as, Object project, long after) {
        return open(as, "/ws/projects/" + project + "?after=" + after, true);
    }

    /** @param path the run's id, with a query */
    static LiveClient connect(ApiClient as, String path) {
        return open(as, path, true);
    }

    /** Never takes a frame off the wire. */
    static LiveClient connectWithoutReading(ApiClient as, Object run) {
        return open(as, String.valueOf(run), false);
    }

    private static LiveClient open(ApiClient as, String path, boolean reads, String... headers) {
        LiveClient client = new LiveClient(reads);
        client.socket =
                builder(as, headers).buildAsync(address(as, path), client).join();
        return client;
    }

    /** The status with which an upgrade is refused; 101 if it is not. */
    static int handshake(ApiClient as, String path, String... headers) {
        try {
            open(as, path, true, headers).close();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private static URI address(ApiClient as, String path) {
        return URI.create("ws://localhost:" + as.port() + (path.startsWith("/") ? path : "/ws/runs/" + path));
    }

    private static WebSocket.Builder builder(ApiClient as, String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (!as.token().isEmpty()) {
            builder.header("Authorization", "Bearer " + as.token());
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder;
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        if (reads) {
            webSocket.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            frames.add(Json.parseOwn(text.toString()));
            text.setLength(0);
        }
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

    /** The next frame. */
    JsonNode next() throws InterruptedException {
        JsonNode frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came");
        }
        return frame;
    }

    /** All frames up to and with the first one that is wanted. */
    List<JsonNode> until(Predicate<JsonNode> wanted) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!wanted.test(all.getLast()));
        return all;
    }

    /** What has arrived without waiting. */
    List<JsonNode> arrived() {
        List<JsonNode> all = new ArrayList<>();
        frames.drainTo(all);
        return all;
    }

    int closeStatus() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }
}
