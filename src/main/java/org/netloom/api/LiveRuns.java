package org.netloom.api;

import java.io.IOException;
import java.util.UUID;
import org.netloom.training.RunCurves;
import org.netloom.training.RunFeed;
import org.netloom.training.RunNews;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.stereotype.Component;

/** Serves {@code WS /ws/runs/{run}?after={sequence}}. */
@Needs(Action.SEE)
@Component
final class LiveRuns extends LiveChannel {

    private final RunCurves curves;
    private final RunNews news;

    LiveRuns(RunCurves curves, RunNews news) {
        this.curves = curves;
        this.news = news;
    }

    @Override
    LiveSource open(UUID run, long after, LiveWatcher watcher) {
        RunFeed feed = watcher.ask(() -> curves.feed(run, after));
        return new LiveSource() {
            @Override
            public String subject() {
                return "run " + run;
            }

            @Override
            public Runnable listen(Runnable nudge) {
                return news.subscribe(run, nudge);
            }

            @Override
            public void mustBeAllowed() {
                watcher.ask(() -> curves.mayWatch(run));
            }

            @Override
            public Standing advance(Outlet outlet) throws IOException {
                boolean more = feed.advance(frame -> outlet.send(LiveJson.text(frame)));
                if (feed.isOver()) {
                    return Standing.OVER;
                }
                return more ? Standing.MORE : Standing.UP_TO_DATE;
            }
        };
    }
}
