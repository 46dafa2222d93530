package org.netloom.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.netloom.workspace.store.PutAwayStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Goes round once an hour and has removed what nobody wanted back within the time of grace. */
@Component
class PurgeRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeRounds.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration BEFORE_THE_FIRST = Duration.ofMinutes(1);

    private final List<Purge> purges;
    private volatile boolean running;
    private Thread rounds = new Thread();

    PurgeRounds(List<Purge> purges) {
        this.purges = purges;
    }

    @Override
    public void start() {
        running = true;
        rounds = Thread.ofVirtual().name("purge").start(this::goRound);
    }

    private void goRound() {
        Duration pause = BEFORE_THE_FIRST;
        while (running) {
            try {
                Thread.sleep(pause);
                pause = PAUSE;
                int removed = round(Instant.now());
                if (removed > 0) {
                    LOG.info("Removed {} deleted projects and workspaces for good", removed);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    int round(Instant now) {
        Instant before = now.minus(PutAwayStore.GRACE);
        int removed = 0;
        for (Purge purge : purges) {
            try {
                while (purge.one(before)) {
                    removed++;
                }
            } catch (DataAccessException e) {
                // One that fails must not keep the others from their turn.
                LOG.warn("What was deleted could not be removed; the next round tries again", e);
            }
        }
        return removed;
    }

    @Override
    public void stop() {
        running = false;
        rounds.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
