package org.netloom.sharing;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.netloom.news.NewsLine;
import org.netloom.sharing.store.SubjectStore;
import org.netloom.workspace.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells open pages that somebody said something about a project, or to a person, whichever process it was said to. */
@Open(to = Open.To.EVERYONE, because = "news say nothing; whoever hears of some asks for what was said")
@Component
public class SharingNews {

    private static final Logger LOG = LoggerFactory.getLogger(SharingNews.class);

    private final Map<UUID, Set<Runnable>> subscribers = new ConcurrentHashMap<>();

    SharingNews(NewsLine line) {
        line.hear(
                SubjectStore.CHANNEL,
                of -> nudge(UUID.fromString(of)),
                () -> subscribers.keySet().forEach(this::nudge));
    }

    /**
     * Nudges whenever there may be something new about a project or for an account, until the answer is run.
     *
     * @param nudge called on the thread that serves everyone: must return at once
     */
    public Runnable subscribe(UUID of, Runnable nudge) {
        // A wrapper of its own makes two subscriptions of one and the same nudge distinct.
        Runnable own = () -> nudge.run();
        subscribers.compute(of, (id, all) -> {
            Set<Runnable> set = all == null ? ConcurrentHashMap.newKeySet() : all;
            set.add(own);
            return set;
        });
        return () -> subscribers.computeIfPresent(of, (id, all) -> {
            all.remove(own);
            return all.isEmpty() ? null : all;
        });
    }

    private void nudge(UUID of) {
        for (Runnable subscriber : subscribers.getOrDefault(of, Set.of())) {
            try {
                subscriber.run();
            } catch (RuntimeException gone) {
                // A page that is being closed must not disturb the others.
                LOG.debug("A page could not be told", gone);
            }
        }
    }
}
