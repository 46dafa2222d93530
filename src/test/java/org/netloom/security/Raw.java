package org.netloom.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP as somebody writes it who wants no client to correct it. */
final class Raw {

    private static final int PATIENCE_MILLIS = 20_000;

    private Raw() {}

    /** What came back, with its headers as they were. */
    record Answer(String text) {

        int status() {
            String[] words = text.split(" ", 3);
            return words.length < 2 ? 0 : Integer.parseInt(words[1]);
        }

        Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        List<String> headers(String name) {
            List<String> values = new ArrayList<>();
            for (String line : text.substring(0, end()).split("\r\n")) {
                if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    values.add(line.substring(name.length() + 1).strip());
                }
            }
            return values;
        }

        String body() {
            return text.substring(Math.min(text.length(), end() + 4));
        }

        /** Whether nothing more is to come on a connection that stays open. */
        private boolean isWhole() {
            return text.contains("\r\n\r\n")
                    && (text.startsWith("HTTP/1.1 101")
                            || text.endsWith("\r\n0\r\n\r\n")
                            || header("Content-Length")
                                    .map(length ->
                                            body().getBytes(StandardCharsets.UTF_8).length >= Integer.parseInt(length))
                                    .orElse(false));
        }

        private int end() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? text.length() : end;
        }

        /** The cookie that is set, as it is to be sent back. */
        String cookie() {
            return headers("Set-Cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0])
                    .filter(cookie -> cookie.startsWith("NETLOOM_SESSION="))
                    .reduce((first, last) -> last)
                    .orElse("");
        }
    }

    /** @param lines the request line and headers; Host and Connection are added where they are missing */
    static Answer send(int port, String body, String... lines) {
        List<String> head = new ArrayList<>(List.of(lines));
        if (head.stream().noneMatch(line -> line.startsWith("Host:"))) {
            head.add("Host: localhost:" + port);
        }
        if (head.stream().noneMatch(line -> line.startsWith("Connection:"))) {
            head.add("Connection: close");
        }
        if (!body.isEmpty() && head.stream().noneMatch(line -> line.startsWith("Content-Length:"))) {
            head.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        }
        return write(port, String.join("\r\n", head) + "\r\n\r\n" + body);
    }

    /** An upgrade to a WebSocket; 101 when it is granted. */
    static int upgrade(int port, String path, String... headers) {
        return upgraded(port, path, headers).status();
    }

    static Answer upgraded(int port, String path, String... headers) {
        List<String> lines = new ArrayList<>(List.of(
                "GET " + path + " HTTP/1.1",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        lines.addAll(List.of(headers));
        return send(port, "", lines.toArray(String[]::new));
    }

    static Answer write(int port, String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                answer.write(buffer, 0, read);
                if (new Answer(answer.toString(StandardCharsets.UTF_8)).isWhole()) {
                    break;
                }
            }
            return new Answer(answer.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
