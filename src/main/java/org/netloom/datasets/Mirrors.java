package org.netloom.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Fetches files of MNIST from public mirrors: bounded in time and size, and kept only when the content is the known one. */
final class Mirrors {

    /** Other base addresses than the public ones, separated by commas; an empty value means no network. */
    static final String PROPERTY = "netloom.mnist.mirrors";

    private static final List<String> PUBLIC = List.of(
            "https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/");
    private static final long MOST_BYTES = 16L << 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE_FILE = Duration.ofMinutes(2);

    private Mirrors() {}

    static List<String> bases() {
        String chosen = System.getProperty(PROPERTY);
        if (chosen == null) {
            return PUBLIC;
        }
        return Stream.of(chosen.split(",", -1))
                .map(String::strip)
                .filter(base -> !base.isEmpty())
                .toList();
    }

    /** Puts the file into the folder. Thrown: why each mirror failed. */
    static void fetch(MnistFile file, Path folder) throws IOException {
        List<String> failures = new ArrayList<>();
        for (String base : bases()) {
            try {
                fetch(URI.create(base + file.name() + ".gz"), file, folder);
                return;
            } catch (IOException | IllegalArgumentException e) {
                failures.add(base + ": " + (e.getMessage() == null ? "no connection" : e.getMessage()));
            }
        }
        throw new IOException(failures.isEmpty() ? "no mirror is configured" : String.join("; ", failures));
    }

    private static void fetch(URI address, MnistFile file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, file.name(), ".part");
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(WHOLE_FILE).build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("answered with status " + response.statusCode());
                }
                copy(body, part);
            }
            IdxReader.read(part, file.dims(), file.sha256());
            move(part, folder.resolve(file.name() + ".gz"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the download was interrupted", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(InputStream body, Path part) throws IOException {
        long until = System.nanoTime() + WHOLE_FILE.toNanos();
        long copied = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                copied += read;
                if (copied > MOST_BYTES) {
                    throw new IOException("sent more than " + (MOST_BYTES >> 20) + " MB");
                }
                if (System.nanoTime() > until) {
                    throw new IOException("took longer than " + WHOLE_FILE.toMinutes() + " minutes");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
