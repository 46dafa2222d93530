package org.netloom.training.worker;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A trainer process seen from its worker. They talk in lines: the worker says {@code run <id> <owner>}, the trainer answers
 * {@code @netloom ready …} once it is up and {@code @netloom done} after each run; whatever else it prints is its log.
 */
final class TrainerLink implements AutoCloseable {

    static final String MARK = "@netloom ";
    private static final Logger LOG = LoggerFactory.getLogger(TrainerLink.class);
    private static final int MOST_RUNS = 50;

    private final TrainerLaunch launch;
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private @Nullable About about;
    private int runs;

    private TrainerLink(TrainerLaunch launch, Process process) {
        this.launch = launch;
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** What a trainer found on its machine. */
    record About(String backend, String devices, String note) {
        String line() {
            return String.join("\t", "ready", backend, devices, note);
        }

        static About fromLine(String line) {
            String[] parts = line.split("\t", -1);
            return new About(parts[1], parts[2], parts[3]);
        }
    }

    /** @param code the process's exit code; -1 while it lives on after a run that came to an end */
    record Exit(int code) {
        boolean isDone() {
            return code == -1;
        }
    }

    static TrainerLink start(TrainerLaunch launch) {
        try {
            Process process = launch.command().redirectErrorStream(false).start();
            Thread.ofPlatform().daemon().name("trainer-log").start(() -> forward(process));
            TrainerLink trainer = new TrainerLink(launch, process);
            String ready = trainer.answer();
            trainer.about = ready == null ? null : About.fromLine(ready);
            return trainer;
        } catch (IOException e) {
            throw new UncheckedIOException("The training process cannot be started", e);
        }
    }

    private static void forward(Process process) {
        try (BufferedReader errors =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            errors.lines().forEach(line -> LOG.info("trainer {}: {}", process.pid(), line));
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The trainer's log ended", e);
        }
    }

    TrainerLaunch launch() {
        return launch;
    }

    Optional<About> about() {
        return Optional.ofNullable(about);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** A process that has trained many runs is replaced, so that nothing can pile up in it. */
    boolean isWorn() {
        return runs >= MOST_RUNS;
    }

    Exit train(UUID run, UUID owner) {
        runs++;
        try {
            in.write("run " + run + " " + owner + "\n");
            in.flush();
            if ("done".equals(answer())) {
                return new Exit(-1);
            }
        } catch (IOException e) {
            LOG.debug("The trainer is gone", e);
        }
        return new Exit(exitCode());
    }

    /** The trainer's next line for the worker, or nothing if it is gone. */
    private @Nullable String answer() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(MARK)) {
                return line.substring(MARK.length());
            }
            LOG.info("trainer {}: {}", process.pid(), line);
        }
        return null;
    }

    private int exitCode() {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return 143;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
