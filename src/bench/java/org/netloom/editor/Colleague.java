package org.netloom.editor;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with a design open: signs in, opens the page and keeps its push connection as a browser does, and sends gestures of the
 * canvas. Speaks the protocol of Vaadin's client, so that the server does all of its work, and draws nothing.
 */
final class Colleague implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final String url;
    private final int ui;
    private final String key;
    private final int canvas;
    private final Pushed pushed;
    private final WebSocket socket;
    private int sent;
    private int seen;

    Colleague(HttpClient.Builder client, String url, String email, String password, String project) throws Exception {
        this.url = url;
        http = client.cookieHandler(new CookieManager()).build();
        post("/login", "application/x-www-form-urlencoded", "username=" + encoded(email) + "&password=" + encoded(password));
        JsonNode page = JSON.readTree(
                get("/?v-r=init&location=" + encoded("projects/" + project) + "&query=&v-wn=" + encoded(email)));
        JsonNode config = page.path("appConfig");
        ui = config.path("v-uiId").asInt();
        key = config.path("uidl").path("Vaadin-Security-Key").asString();
        pushed = new Pushed();
        socket = http.newWebSocketBuilder()
                .header("Origin", url)
                .buildAsync(
                        URI.create(url.replace("http", "ws") + "/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId="
                                + config.path("uidl").path("Vaadin-Push-ID").asString()
                                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                                + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                                + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0"),
                        pushed)
                .get(30, TimeUnit.SECONDS);
        String shown = rpc("""
                {"type": "event", "node": 1, "event": "ui-navigate", "data": {"route": "/projects/%s", "query": "",
                 "appShellTitle": "", "historyState": {"idx": 0}, "trigger": ""}}
                """.formatted(project));
        canvas = canvas(JSON.readTree(shown));
    }

    private static int canvas(JsonNode shown) {
        return shown.path("changes")
                .valueStream()
                .filter(change -> change.path("value").asString("").equals("netloom-canvas"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no canvas: " + shown))
                .path("node")
                .asInt();
    }

    /** Listens to what the server pushes by itself: colleagues' edits. Called on the connection's thread. */
    void onPush(Consumer<String> listener) {
        pushed.listener = listener;
    }

    /** Sends a gesture and answers what the page is told about it. */
    String gesture(String event, String detail) throws IOException, InterruptedException {
        return rpc("{\"type\": \"event\", \"node\": " + canvas + ", \"event\": \"" + event
                + "\", \"data\": {\"event.detail\": " + detail + "}}");
    }

    private String rpc(String call) throws IOException, InterruptedException {
        String answer = post(
                "/?v-r=uidl&v-uiId=" + ui,
                "application/json; charset=UTF-8",
                "{\"csrfToken\": \"" + key + "\", \"rpc\": [" + call + "], \"syncId\": " + Math.max(seen, pushed.seen)
                        + ", \"clientId\": " + sent++ + "}");
        if (!answer.startsWith("{")) {
            throw new AssertionError("not an answer for the page: " + answer);
        }
        seen = JSON.readTree(answer).path("syncId").asInt();
        return answer;
    }

    private String get(String path) throws IOException, InterruptedException {
        return sound(http.send(
                HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString()));
    }

    private String post(String path, String type, String body) throws IOException, InterruptedException {
        return sound(http.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", type)
                        .header("Origin", url)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    private static String sound(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new AssertionError(answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }

    /** Messages as Atmosphere sends them: their length, a bar, the text. */
    private static final class Pushed implements WebSocket.Listener {
        private volatile Consumer<String> listener = text -> {};
        private volatile int seen;
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            int bar = text.indexOf("|");
            while (bar > 0 && text.length() > bar + Integer.parseInt(text.substring(0, bar).strip())) {
                int end = bar + 1 + Integer.parseInt(text.substring(0, bar).strip());
                take(text.substring(bar + 1, end));
                text.delete(0, end);
                bar = text.indexOf("|");
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void take(String message) {
            int from = message.lastIndexOf("\"syncId\":");
            if (from > 0) {
                seen = Integer.parseInt(message.substring(from + 9).replaceAll("\\D.*", ""));
                listener.accept(message);
            }
        }
    }
}
