package org.netloom.training.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;
import org.netloom.training.RunQueue;
import org.netloom.training.store.WorkerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** {@code netloom worker}: takes one run at a time from the queue. Ends on a signal, or with its parent. */
public final class WorkerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private WorkerProcess() {}

    public static void main(String[] args) throws InterruptedException {
        WorkerDatabase database =
                WorkerDatabase.fromEnvironment(System.getenv(), 6).orElse(null);
        if (database == null) {
            System.err.println(
                    "The worker does not know its database. SPRING_DATASOURCE_URL was expected, such as "
                            + "jdbc:postgresql://localhost:5432/netloom. Set it, with SPRING_DATASOURCE_USERNAME and _PASSWORD.");
            System.exit(1);
            return;
        }
        UUID id = UUID.randomUUID();
        WorkerStore workers = new WorkerStore(database.jdbc());
        enter(workers, id);
        RunTaker taker = new RunTaker(database, id, workers);
        Scheduler scheduler = scheduler(database, taker);
        Thread heart = Thread.ofPlatform().daemon().name("heartbeat").start(() -> beat(workers, id, taker));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            taker.close();
            heart.interrupt();
            leave(workers, id);
        }));
        taker.warmUp();
        scheduler.start();
        LOG.info("Worker {} waits for runs", id);
        Thread.currentThread().join();
    }

    private static Scheduler scheduler(WorkerDatabase database, RunTaker taker) {
        return Scheduler.create(
                        database.source(),
                        Tasks.oneTime(RunQueue.TRAIN)
                                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                                .execute((entry, context) -> taker.train(RunQueue.runOf(entry.getId()))))
                .threads(1)
                .pollingInterval(Duration.ofMillis(300))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ZERO)
                .build();
    }

    /** The schema may still be in the making when web and worker start together. */
    private static void enter(WorkerStore workers, UUID id) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                workers.enter(id, host(), ProcessHandle.current().pid());
                return;
            } catch (DataAccessException e) {
                if (attempt == 60) {
                    System.err.println("The worker cannot use the database: " + rootMessage(e)
                            + ". A reachable database with Netloom's tables was expected. Check SPRING_DATASOURCE_URL and start the web role,"
                            + " which makes the tables.");
                    System.exit(1);
                }
                LOG.info("Waiting for the database: {}", rootMessage(e));
                Thread.sleep(Duration.ofSeconds(1));
            }
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static void beat(WorkerStore workers, UUID id, RunTaker taker) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                workers.heartbeat(id, taker.current());
                taker.endIfStuck();
            } catch (DataAccessException e) {
                LOG.warn("No heartbeat: {}", rootMessage(e));
            }
            try {
                Thread.sleep(HEARTBEAT);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void leave(WorkerStore workers, UUID id) {
        try {
            workers.leave(id);
        } catch (DataAccessException e) {
            LOG.debug("The database is gone before the worker", e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
