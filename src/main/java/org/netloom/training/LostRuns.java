package org.netloom.training;

import java.time.Duration;
import java.util.UUID;
import org.netloom.training.store.RunStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Looks now and then for runs whose worker is gone, so that no page says that they are training. */
@Component
class LostRuns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LostRuns.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int SILENT_SECONDS = 15;

    private final RunStore runs;
    private volatile boolean running;
    private Thread watch = new Thread();

    LostRuns(RunStore runs) {
        this.runs = runs;
    }

    @Override
    public void start() {
        running = true;
        watch = Thread.ofVirtual().name("lost-runs").start(this::look);
    }

    private void look() {
        while (running) {
            try {
                Thread.sleep(PAUSE);
                for (UUID lost : runs.markLost(SILENT_SECONDS)) {
                    LOG.warn(
                            "The worker of run {} was not heard of for {} s; it goes on with the next one",
                            lost,
                            SILENT_SECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException e) {
                LOG.debug("The database did not answer", e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        watch.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
