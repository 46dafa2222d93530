package org.netloom.templates;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The four files of MNIST from ../shared/data/mnist or NETLOOM_SHARED_DATA/mnist; without them there is nothing to check. */
final class RealMnist {

    private RealMnist() {}

    static void into(Path home) throws IOException {
        String shared = System.getenv().getOrDefault("NETLOOM_SHARED_DATA", "../shared/data");
        Path mnist = Path.of(shared, "mnist");
        assumeThat(mnist)
                .as("the real MNIST is not at %s: its figures cannot be checked", mnist.toAbsolutePath())
                .isDirectory();
        Path datasets = Files.createDirectories(home.resolve("datasets/mnist"));
        try (var files = Files.list(mnist)) {
            for (Path file : files.toList()) {
                Files.copy(file, datasets.resolve(file.getFileName().toString()));
            }
        }
    }
}
