package org.netloom.api;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.netloom.editor.Change;
import org.netloom.editor.DesignNews;
import org.netloom.editor.Editing;
import org.netloom.workspace.Action;
import org.netloom.workspace.Needs;
import org.springframework.stereotype.Component;

/** Serves {@code WS /ws/projects/{project}?after={revision}}. */
@Needs(Action.SEE)
@Component
final class LiveEdits extends LiveChannel {

    private final Editing editing;
    private final DesignNews news;

    LiveEdits(Editing editing, DesignNews news) {
        this.editing = editing;
        this.news = news;
    }

    @Override
    LiveSource open(UUID project, long after, LiveWatcher watcher) {
        watcher.ask(() -> editing.mayWatch(project));
        return new LiveSource() {
            private long told = after;

            @Override
            public String subject() {
                return "edits of project " + project;
            }

            @Override
            public Runnable listen(Runnable nudge) {
                return news.listen(project, revision -> nudge.run());
            }

            @Override
            public void mustBeAllowed() {
                watcher.ask(() -> editing.mayWatch(project));
            }

            @Override
            public Standing advance(Outlet outlet) throws IOException {
                List<Change> changes = watcher.ask(() -> editing.changes(project, told));
                for (Change change : changes) {
                    outlet.send(LiveJson.text(change));
                    told = change.revision();
                }
                return changes.size() < Editing.MOST_CHANGES ? Standing.UP_TO_DATE : Standing.MORE;
            }
        };
    }
}
