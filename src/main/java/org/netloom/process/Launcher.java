package org.netloom.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts Netloom's parts in order, says when it is ready, and ends everything it started when the process ends. */
public final class Launcher {

    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(20);

    /** The web role: started with settings for Spring, closed at the end. */
    @FunctionalInterface
    public interface Web {
        RunningWeb start(String[] arguments, Map<String, Object> settings);
    }

    /** The web role while it runs. */
    public interface RunningWeb extends AutoCloseable {
        int port();
    }

    private final Map<String, String> environment;
    private final Consumer<String> say;
    private final Parts parts = new Parts();

    public Launcher(Map<String, String> environment, Consumer<String> say) {
        this.environment = Map.copyOf(environment);
        this.say = say;
    }

    /**
     * Returns once people can open Netloom in the browser.
     *
     * @param withWorker whether to keep a worker process beside the web role
     * @throws StartRefused when something a person can mend is in the way; nothing is left running then
     */
    public void start(boolean withWorker, List<String> arguments, Web web) throws InterruptedException {
        parts.closeWhenTheProcessEnds();
        try {
            int port = WebPort.choose(arguments, environment);
            if (port != 0) {
                WebPort.requireFree(port);
            }
            Home home = Home.of(environment);
            Database database = openDatabase(home, withWorker);
            RunningWeb running =
                    parts.open(() -> web.start(arguments.toArray(String[]::new), settings(home, database)));
            if (withWorker) {
                parts.open(() -> startWorker(home, database));
            }
            say.accept("Netloom is ready: http://localhost:" + running.port());
        } catch (RuntimeException | InterruptedException e) {
            parts.closeAll();
            throw e;
        }
    }

    private Database openDatabase(Home home, boolean alone) throws InterruptedException {
        String url = environment.getOrDefault("SPRING_DATASOURCE_URL", "");
        if (url.isBlank()) {
            parts.open(home::lock);
            return parts.open(() -> EmbeddedDatabase.start(home, say)).database();
        }
        if (alone) {
            parts.open(home::lock);
        }
        Database database = new Database(
                url,
                environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
        ExternalDatabase.awaitReady(database, DATABASE_PATIENCE, say);
        return database;
    }

    private static Map<String, Object> settings(Home home, Database database) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "netloom.home", home.path().toString());
    }

    private WorkerSupervisor startWorker(Home home, Database database) {
        Map<String, String> worker = new HashMap<>(database.environment());
        worker.put("NETLOOM_SUPERVISED", "true");
        worker.put("NETLOOM_HOME", home.path().toString());
        WorkerSupervisor supervisor =
                new WorkerSupervisor(SelfCommand.inRole("worker"), worker, say, Duration.ofSeconds(1));
        supervisor.start();
        return supervisor;
    }
}
