package org.netloom.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.apache.catalina.util.SessionConfig;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Asks over the wire as somebody: with their token, or in a browser where they are signed in. */
final class Caller {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final MatrixServer server;
    private final Context tomcat;

    Caller(MatrixServer server) {
        this.server = server;
        this.tomcat = (Context) ((TomcatWebServer) server.context.getWebServer())
                .getTomcat()
                .getHost()
                .findChildren()[0];
    }

    record Answer(int status, String body, String location) {}

    Answer withToken(Asker asker, String verb, String path, String body) {
        HttpRequest.Builder request = request(verb, path, body);
        String token = server.cast.tokenOf(asker);
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    Answer inBrowser(Asker asker, String verb, String path, String body) {
        HttpRequest.Builder request = request(verb, path, body);
        return send(asker == Asker.NOBODY ? request : request.header("Cookie", cookie(asker)));
    }

    /** The status with which an upgrade is answered. */
    int upgrade(Asker asker, String path) {
        WebSocket.Builder socket = HTTP.newWebSocketBuilder();
        if (!server.cast.tokenOf(asker).isEmpty()) {
            socket.header("Authorization", "Bearer " + server.cast.tokenOf(asker));
        }
        try {
            socket.buildAsync(URI.create("ws://localhost:" + server.port() + path), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private HttpRequest.Builder request(String verb, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .method(verb, verb.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private String cookie(Asker asker) {
        // Some calls end all sessions of whoever makes them, so that each request has another.
        Session session = session(asker);
        return SessionConfig.getSessionCookieName(tomcat) + "=" + session.getId();
    }

    private Session session(Asker asker) {
        Session session = tomcat.getManager().createSession(null);
        session.getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, server.cast.context(asker));
        return session;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.ISO_8859_1),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
