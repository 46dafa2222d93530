package org.netloom.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.netloom.TestDatabase;

/** A real worker process with its real trainers. */
final class WorkerUnderTest implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;

    private WorkerUnderTest(Process process) {
        this.process = process;
    }

    static WorkerUnderTest start(TestDatabase database) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.netloom.Netloom",
                "worker",
                "--supervised");
        builder.environment().putAll(database.environment());
        builder.environment().put("NETLOOM_HOME", "target/worker-home");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/worker-under-test.log")));
        try {
            return new WorkerUnderTest(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    List<ProcessHandle> trainers() {
        return process.descendants().toList();
    }

    /** As {@code kill -9} would. */
    void kill() {
        process.destroyForcibly();
        until("the worker is gone", () -> !process.isAlive());
    }

    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waited %s until %s", PATIENCE, what)
                    .isLessThan(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> children = trainers();
        process.destroy();
        until("the worker has ended", () -> !process.isAlive());
        until("its trainers have ended", () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }
}
