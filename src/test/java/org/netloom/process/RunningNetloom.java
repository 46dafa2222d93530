package org.netloom.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product as a process of its own: from the jar named by the property {@code netloom.jar}, else from this test's class
 * path. Starts on a free port; closing it stops it and everything it started.
 */
public final class RunningNetloom implements AutoCloseable {

    public static final String EMAIL = "ada@example.org";
    public static final String PASSWORD = "correct horse battery";

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

    private final Process process;
    private final Path home;
    private final Path log;
    private final int port;

    private RunningNetloom(Process process, Path home, Path log, int port) {
        this.process = process;
        this.home = home;
        this.log = log;
        this.port = port;
    }

    /** Standalone with the account {@link #EMAIL}, ready to be used. */
    public static RunningNetloom standalone(Path home) {
        return start("standalone", home, freePort(), withAccount()).awaitReady();
    }

    /** Standalone as a stranger finds it: no account yet. */
    public static RunningNetloom fresh(Path home) {
        return start("standalone", home, freePort(), Map.of()).awaitReady();
    }

    /** Standalone with the account {@link #EMAIL}, from another program than the product as it was built. */
    public static RunningNetloom standalone(Path home, PatchedProgram program) throws IOException {
        return start(program.command(), "standalone", home, freePort(), withAccount())
                .awaitReady();
    }

    /** The web role alone on a database that runs elsewhere. */
    public static RunningNetloom web(Path home, Map<String, String> database) {
        Map<String, String> environment = new HashMap<>(withAccount());
        environment.putAll(database);
        return start("web", home, freePort(), environment).awaitReady();
    }

    /** A worker alone on a database that runs elsewhere. */
    public static RunningNetloom worker(Path home, Map<String, String> database) {
        return start("worker", home, 0, database);
    }

    /** Any role, not waited for. */
    public static RunningNetloom start(String role, Path home, int port, Map<String, String> environment) {
        return start(program(), role, home, port, environment);
    }

    private static RunningNetloom start(
            List<String> program, String role, Path home, int port, Map<String, String> environment) {
        try {
            Files.createDirectories(home);
            Path log = Files.createTempFile(home, role + "-", ".log");
            List<String> command = new ArrayList<>(program);
            command.add(role);
            if (!role.equals("worker")) {
                command.add("--server.port=" + port);
            }
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("NETLOOM_"));
            builder.environment().put("NETLOOM_HOME", home.toString());
            builder.environment().putAll(environment);
            return new RunningNetloom(builder.start(), home, log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same home and account again, on another port; after a stop or a kill. */
    public RunningNetloom again() {
        return standalone(home);
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public Path home() {
        return home;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The worker process that this one supervises, while there is one: its only child that is a Java. */
    public Optional<ProcessHandle> worker() {
        return process.children()
                .filter(child -> child.info()
                        .command()
                        .map(command -> command.endsWith("java"))
                        .orElse(false))
                .findFirst();
    }

    /** Everything the process has said so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new API token of the account {@link #EMAIL}. */
    public String token() {
        return token(EMAIL);
    }

    /** A new API token of an account with the usual password. */
    public String token(String email) {
        String basic = Base64.getEncoder().encodeToString((email + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url() + "/api/v1/tokens"))
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        Matcher token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new AssertionError("no token: " + answer.statusCode() + " " + answer.body());
        }
        return token.group(1);
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills this one process as {@code kill -9} does; its children have to notice by themselves. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits until the process has ended by itself and answers its exit code. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still running:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops it as Ctrl-C or a service manager would, and waits for everything it started. */
    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        awaitEnd();
        await("the processes it started to end", () -> started.stream().noneMatch(ProcessHandle::isAlive));
    }

    public RunningNetloom awaitReady() {
        await("readiness", () -> log().contains("Netloom is ready") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("Netloom did not start:\n" + log());
        }
        return this;
    }

    /** Waits for something that is going to happen. */
    public static void await(String what, BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    public static int freePort() {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> withAccount() {
        return Map.of("NETLOOM_ADMIN_EMAIL", EMAIL, "NETLOOM_ADMIN_PASSWORD", PASSWORD);
    }

    private static List<String> program() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = System.getProperty("netloom.jar", "");
        return !jar.isEmpty() && new File(jar).isFile()
                ? List.of(java, "--enable-native-access=ALL-UNNAMED", "-jar", jar)
                : List.of(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.netloom.Netloom");
    }
}
