package org.netloom.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one worker process alive beside the web role: starts it, passes its lines on, starts it again when it dies, and
 * ends it at the end. The worker's standard input stays open as long as this process lives; its end tells the worker that
 * it has become an orphan.
 */
final class WorkerSupervisor implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofSeconds(60);

    private final List<String> command;
    private final Map<String, String> environment;
    private final Consumer<String> say;
    private final Duration firstPause;
    private final Object lock = new Object();
    private @Nullable Process worker;
    private boolean closing;

    WorkerSupervisor(List<String> command, Map<String, String> environment, Consumer<String> say, Duration firstPause) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.say = say;
        this.firstPause = firstPause;
    }

    void start() {
        Thread.ofPlatform().name("worker-supervisor").daemon().start(this::keepAlive);
    }

    /** The worker's process id, while there is one. */
    @Nullable
    Long pid() {
        synchronized (lock) {
            return worker != null && worker.isAlive() ? worker.pid() : null;
        }
    }

    private void keepAlive() {
        Duration pause = firstPause;
        while (true) {
            long started = System.nanoTime();
            try {
                Process process = launch();
                if (process == null) {
                    return;
                }
                forward(process);
                int code = process.waitFor();
                if (isClosing()) {
                    return;
                }
                boolean wasSteady = System.nanoTime() - started > STEADY.toNanos();
                pause = wasSteady ? firstPause : pause;
                say.accept("The worker process ended (exit code " + code + "); starting it again in "
                        + Math.max(1, pause.toSeconds()) + " s");
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            } catch (IOException e) {
                if (isClosing() || !rest(pause, "The worker process cannot be started: " + e.getMessage())) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Says why, and waits; false if there is nothing to wait for any more. */
    private boolean rest(Duration pause, String why) {
        say.accept(why + "; trying again in " + Math.max(1, pause.toSeconds()) + " s");
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable Process launch() throws IOException {
        synchronized (lock) {
            if (closing) {
                return null;
            }
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            worker = builder.start();
            return worker;
        }
    }

    private boolean isClosing() {
        synchronized (lock) {
            return closing;
        }
    }

    private void forward(Process process) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                say.accept(line);
            }
        }
    }

    /** Asks the worker to end, waits, and ends it and all of its children by force if it does not. */
    @Override
    public void close() {
        Process last;
        synchronized (lock) {
            closing = true;
            last = worker;
        }
        if (last == null) {
            return;
        }
        List<ProcessHandle> descendants = last.descendants().toList();
        last.destroy();
        try {
            last.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // It ended by itself.
        }
        awaitEnd(last);
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
