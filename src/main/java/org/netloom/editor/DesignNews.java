package org.netloom.editor;

import java.util.UUID;
import org.netloom.editor.store.NewsStore;
import org.netloom.news.Audience;
import org.netloom.news.NewsLine;
import org.netloom.workspace.Open;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells every open page, in all web processes, that a design, its plan or its project has changed, once the change is stored. */
@Open(to = Open.To.EVERYONE, because = "news are numbers of revisions; whoever hears of one asks for the design")
@Component
public class DesignNews {

    /** Stands for a change of something else than the design, or for news that may have been missed. */
    public static final long UNKNOWN = 0;

    private final NewsStore store;
    private final Audience<Long> audience = new Audience<>();

    DesignNews(NewsStore store, ObjectProvider<NewsLine> lines) {
        this.store = store;
        lines.ifAvailable(line -> line.hear(NewsStore.DESIGN, this::heard, () -> audience.tellAll(UNKNOWN)));
    }

    /** Called on a thread that serves everyone; must return at once. */
    @FunctionalInterface
    public interface Listener {
        /** @param revision of the design, or {@link #UNKNOWN} */
        void changed(long revision);
    }

    /** Listens until the answer is run. */
    public Runnable listen(UUID project, Listener listener) {
        return audience.join(project, listener::changed);
    }

    /** A new revision of the design; told when the transaction is committed. */
    void tell(UUID project, long revision) {
        store.design(project, revision);
    }

    /** Something else about the project: its name, plan, place or who may see it. Told when the transaction is committed. */
    public void tell(UUID project) {
        store.design(project, UNKNOWN);
    }

    private void heard(String what) {
        int gap = what.indexOf(' ');
        audience.tell(UUID.fromString(what.substring(0, gap)), Long.parseLong(what.substring(gap + 1)));
    }
}
