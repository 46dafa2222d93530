package org.netloom.training.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.layers.LayerCatalog;
import org.netloom.training.Preparation;
import org.netloom.training.engine.Backend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code netloom trainer}: trains one run after another, as its worker tells it. Ends at once when the worker is gone. */
public final class TrainerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(TrainerProcess.class);
    private static final int CRASHED = 3;
    private static final int OUT_OF_MEMORY = 4;

    private TrainerProcess() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream worker = System.out;
        System.setOut(System.err);
        BlockingQueue<String> orders = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("orders").start(() -> listen(orders));
        WorkerDatabase database = WorkerDatabase.fromEnvironment(System.getenv(), 3)
                .orElseThrow(() -> new IllegalStateException("SPRING_DATASOURCE_URL is not set"));
        Path home = Path.of(System.getenv().getOrDefault("NETLOOM_HOME", "./data"));
        Backend.Description backend = Backend.describe();
        RunTrainer trainer =
                new RunTrainer(database, new Preparation(LayerCatalog.standard(), new DatasetCatalog(home)), backend);
        tell(worker, new TrainerLink.About(backend.name(), backend.devices(), backend.note()).line());
        while (true) {
            String[] order = orders.take().split(" ");
            train(trainer, UUID.fromString(order[1]), UUID.fromString(order[2]));
            tell(worker, "done");
        }
    }

    private static void train(RunTrainer trainer, UUID run, UUID owner) {
        try {
            trainer.train(run, owner);
        } catch (OutOfMemoryError e) {
            System.err.println("Out of memory: " + e.getMessage());
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } catch (RuntimeException | IOException | LinkageError e) {
            LOG.error("The training of run {} broke off", run, e);
            System.exit(CRASHED);
        }
    }

    private static void tell(PrintStream worker, String line) {
        worker.println(TrainerLink.MARK + line);
        worker.flush();
    }

    private static void listen(BlockingQueue<String> orders) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            in.lines().forEach(orders::add);
        } catch (IOException e) {
            LOG.debug("The worker's line broke", e);
        }
        Runtime.getRuntime().halt(0);
    }
}
