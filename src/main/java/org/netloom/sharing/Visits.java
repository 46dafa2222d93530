package org.netloom.sharing;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.netloom.sharing.store.LinkStore;
import org.netloom.workspace.Action;
import org.netloom.workspace.Open;
import org.netloom.workspace.Pass;
import org.netloom.workspace.Place;
import org.netloom.workspace.Secrets;
import org.springframework.stereotype.Service;

/**
 * Lets visitors with a shared link look. A visit lasts as long as one use on one thread; whether the link still opens the place is
 * asked anew at every check, so that a link that was revoked or is over opens nothing any more, on open pages too.
 */
@Service
public class Visits implements Pass {

    private final LinkStore store;
    private final ThreadLocal<@Nullable String> visiting = new ThreadLocal<>();

    /** Ends by being closed. */
    @FunctionalInterface
    public interface Visit extends AutoCloseable {
        @Override
        void close();
    }

    Visits(LinkStore store) {
        this.store = store;
    }

    /** Where a link leads now. */
    @Open(to = Open.To.EVERYONE, because = "who has the secret of a link is who the link is for")
    public Optional<Place> find(String secret) {
        return store.opened(Secrets.hash(secret));
    }

    /** Does what a visitor with this link came for. */
    @Open(
            to = Open.To.EVERYONE,
            because = "it opens nothing but what the link leads to, and nothing if the link is over")
    public <T> T during(String secret, Supplier<T> use) {
        try (Visit visit = enter(secret)) {
            return use.get();
        }
    }

    /** Begins a visit on this thread; it must be closed there. */
    @Open(
            to = Open.To.EVERYONE,
            because = "it opens nothing but what the link leads to, and nothing if the link is over")
    public Visit enter(String secret) {
        String before = visiting.get();
        visiting.set(secret);
        return () -> restore(before);
    }

    /** The link that the current thread is visiting with. */
    @Open(to = Open.To.EVERYONE, because = "it tells a visitor what they came with")
    public Optional<String> current() {
        return Optional.ofNullable(visiting.get());
    }

    @Override
    @Open(to = Open.To.EVERYONE, because = "Access asks it, and it opens only what the visited link leads to")
    public boolean opens(Place place, Action action) {
        String secret = visiting.get();
        return secret != null
                && action == Action.SEE
                && place.project() != null
                && find(secret).filter(link -> leadsTo(link, place)).isPresent();
    }

    /** A link to a project leads to its runs, too; a link to a run leads nowhere else. */
    private static boolean leadsTo(Place link, Place place) {
        return link.workspace().equals(place.workspace())
                && java.util.Objects.equals(link.project(), place.project())
                && (link.run() == null || link.run().equals(place.run()));
    }

    private void restore(@Nullable String before) {
        if (before == null) {
            visiting.remove();
        } else {
            visiting.set(before);
        }
    }
}
