package org.netloom.api;

import java.util.Optional;
import java.util.function.Supplier;
import org.netloom.sharing.Visits;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** As whom a socket was opened: with the sign-in, or the shared link, of its handshake. */
final class LiveWatcher {

    private final Visits visits;
    private final SecurityContext who;
    private final Optional<String> link;

    private LiveWatcher(Visits visits, SecurityContext who, Optional<String> link) {
        this.visits = visits;
        this.who = who;
        this.link = link;
    }

    /** Whoever asks on this thread. */
    static LiveWatcher ofThisRequest(Visits visits) {
        SecurityContext own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
        return new LiveWatcher(visits, own, visits.current());
    }

    /** Does something in the watcher's name. */
    <T> T ask(Supplier<T> question) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(who);
        try {
            return link.map(secret -> visits.during(secret, question)).orElseGet(question);
        } finally {
            // The request that opens a socket keeps its own name: the container ends the socket with that sign-in.
            SecurityContextHolder.setContext(before);
        }
    }

    void ask(Runnable question) {
        ask(() -> {
            question.run();
            return Optional.empty();
        });
    }
}
