package org.netloom.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.design.Problem;
import org.netloom.design.Result;

class MnistTest {

    @TempDir
    Path home;

    @BeforeEach
    void noNetwork() {
        System.setProperty(Mirrors.PROPERTY, "");
    }

    @AfterEach
    void publicMirrors() {
        System.clearProperty(Mirrors.PROPERTY);
    }

    @Test
    void isListedWithoutBeingThere() {
        DatasetCatalog catalog = new DatasetCatalog(home);
        assertThat(catalog.find("mnist").orElseThrow().size()).isEqualTo(70_000);
        assertThat(catalog.isHere("mnist")).isFalse();
    }

    @Test
    void saysWhereToPutTheFilesWithoutFilesAndNetwork() {
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo("mnist-missing");
        assertThat(problem.text())
                .contains(folder().toString(), "train-images-idx3-ubyte", "t10k-labels-idx1-ubyte", "no mirror");
    }

    @Test
    void tellsTheHashOfADamagedFile() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("train-images-idx3-ubyte.gz"), "not digits at all, and no packing either");
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo("mnist-damaged");
        assertThat(problem.text())
                .contains("train-images-idx3-ubyte.gz", "SHA-256 is ", MnistFile.TRAIN_IMAGES.sha256());
    }

    @Test
    void keepsNothingOfAMirrorThatSendsSomethingElse() throws IOException {
        HttpServer mirror = mirror(Path.of("pom.xml"));
        try {
            Problem problem = problem();
            assertThat(problem.code()).isEqualTo("mnist-missing");
            assertThat(problem.what()).contains("not an IDX file");
            try (var left = Files.list(folder())) {
                assertThat(left).isEmpty();
            }
        } finally {
            mirror.stop(0);
        }
    }

    @Test
    void readsTheOriginalFiles() throws IOException {
        copyOriginals();
        assertOriginal(new DatasetCatalog(home).load("mnist"));
    }

    @Test
    void fetchesTheFilesOnceAndKeepsThem() throws IOException {
        HttpServer mirror = mirror(originals());
        try {
            assertOriginal(new DatasetCatalog(home).load("mnist"));
        } finally {
            mirror.stop(0);
        }
        assertThat(new DatasetCatalog(home).isHere("mnist")).isTrue();
        assertThat(new DatasetCatalog(home).load("mnist").isOk()).isTrue();
    }

    private static void assertOriginal(Result<Examples> loaded) {
        assertThat(loaded.problems()).isEmpty();
        Examples mnist = loaded.get();
        assertThat(mnist.count()).isEqualTo(70_000);
        assertThat(mnist.standardTestFrom()).isEqualTo(60_000);
        assertThat(java.util.Arrays.copyOf(mnist.classes(), 5)).containsExactly(5, 0, 4, 1, 9);
        assertThat(java.util.Arrays.copyOfRange(mnist.classes(), 60_000, 60_005))
                .containsExactly(7, 2, 1, 0, 4);
        Preview.Statistic pixels = Preview.of(mnist, 1).statistics().get(0);
        assertThat(pixels.least()).isZero();
        assertThat(pixels.most()).isEqualTo(1);
        assertThat(pixels.mean()).isBetween(0.130, 0.132);
    }

    private Problem problem() {
        return new DatasetCatalog(home).load("mnist").problems().get(0);
    }

    private Path folder() {
        return home.toAbsolutePath().resolve("datasets").resolve("mnist");
    }

    private static HttpServer mirror(Path content) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring(1);
            byte[] body = Files.readAllBytes(Files.isDirectory(content) ? content.resolve(name) : content);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.setProperty(
                Mirrors.PROPERTY, "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return server;
    }

    private void copyOriginals() throws IOException {
        Path originals = originals();
        Files.createDirectories(folder());
        for (MnistFile file : MnistFile.ALL) {
            Files.copy(originals.resolve(file.name() + ".gz"), folder().resolve(file.name() + ".gz"));
        }
    }

    private static Path originals() {
        Path shared = Optional.ofNullable(System.getenv("NETLOOM_SHARED_DATA"))
                .map(Path::of)
                .orElse(Path.of("..", "shared", "data"));
        Path originals = shared.resolve("mnist");
        assumeTrue(
                Files.isRegularFile(originals.resolve("train-images-idx3-ubyte.gz")),
                () -> "The four MNIST files are not in " + originals.toAbsolutePath()
                        + "; NETLOOM_SHARED_DATA may name the folder above it");
        return originals;
    }
}
