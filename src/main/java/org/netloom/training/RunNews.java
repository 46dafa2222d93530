package org.netloom.training;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.news.Audience;
import org.netloom.news.NewsLine;
import org.netloom.training.store.RunStandings;
import org.netloom.training.store.RunStore;
import org.netloom.workspace.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells whoever looks at a run that there is news of it. After the line was lost everyone is told once, and a slow look at the rows
 * catches what nobody was notified of.
 */
@Open(to = Open.To.EVERYONE, because = "news say nothing; whoever hears of some asks for the run")
@Component
public class RunNews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunNews.class);
    private static final int LOOK_MILLIS = 2_000;

    private final RunStandings standings;
    private final Audience<RunNews> audience = new Audience<>();
    private final Map<UUID, String> marks = new HashMap<>();
    private volatile boolean running;
    private volatile @Nullable Thread looker;

    RunNews(NewsLine line, RunStandings standings) {
        this.standings = standings;
        line.hear(RunStore.CHANNEL, run -> audience.tell(UUID.fromString(run), this), () -> audience.tellAll(this));
    }

    /**
     * Nudges whenever the run may have news, until the answer is run.
     *
     * @param nudge called on the thread that serves everyone: must return at once
     */
    public Runnable subscribe(UUID run, Runnable nudge) {
        return audience.join(run, news -> nudge.run());
    }

    @Override
    public void start() {
        running = true;
        looker = Thread.ofVirtual().name("run news fallback").start(this::look);
    }

    @Override
    public void stop() {
        running = false;
        Thread looking = looker;
        if (looking != null) {
            looking.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        while (running) {
            sleep(LOOK_MILLIS);
            try {
                Map<UUID, String> now = standings.marks(audience.ids());
                now.forEach((run, mark) -> {
                    if (!Objects.equals(marks.get(run), mark)) {
                        audience.tell(run, this);
                    }
                });
                marks.clear();
                marks.putAll(now);
            } catch (DataAccessException e) {
                LOG.debug("No look at the runs: {}", e.getMessage());
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
