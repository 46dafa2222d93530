package org.netloom.editor;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.netloom.editor.store.NewsStore;
import org.netloom.news.NewsLine;
import org.netloom.workspace.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells every open page, in all web processes, that a design, its plan or its project has changed, once the change is stored. */
@Open(to = Open.To.EVERYONE, because = "news are numbers of revisions; whoever hears of one asks for the design")
@Component
public class DesignNews {

    /** Stands for a change of something else than the design, or for news that may have been missed. */
    public static final long UNKNOWN = 0;

    private static final Logger LOG = LoggerFactory.getLogger(DesignNews.class);

    private final NewsStore store;
    private final Map<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();

    DesignNews(NewsStore store, ObjectProvider<NewsLine> lines) {
        this.store = store;
        lines.ifAvailable(line -> line.hear(NewsStore.DESIGN, this::heard, this::missed));
    }

    /** Called on a thread that serves everyone; must return at once. */
    @FunctionalInterface
    public interface Listener {
        /** @param revision of the design, or {@link #UNKNOWN} */
        void changed(long revision);
    }

    /** Listens until the answer is run. */
    public Runnable listen(UUID project, Listener listener) {
        // A wrapper of its own makes two subscriptions of one and the same listener distinct.
        Listener own = revision -> listener.changed(revision);
        listeners.compute(project, (id, all) -> {
            Set<Listener> joined = all == null ? ConcurrentHashMap.newKeySet() : all;
            joined.add(own);
            return joined;
        });
        return () -> listeners.computeIfPresent(project, (id, all) -> {
            all.remove(own);
            return all.isEmpty() ? null : all;
        });
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
        pass(UUID.fromString(what.substring(0, gap)), Long.parseLong(what.substring(gap + 1)));
    }

    private void missed() {
        listeners.keySet().forEach(project -> pass(project, UNKNOWN));
    }

    private void pass(UUID project, long revision) {
        listeners.getOrDefault(project, Set.of()).forEach(listener -> {
            try {
                listener.changed(revision);
            } catch (RuntimeException gone) {
                // A page that is being closed must not keep the others from hearing.
                LOG.debug("A page could not be told", gone);
            }
        });
    }
}
