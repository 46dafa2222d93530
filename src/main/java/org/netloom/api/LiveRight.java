package org.netloom.api;

import java.util.Optional;
import java.util.UUID;
import org.netloom.sharing.Visits;
import org.netloom.training.RunCurves;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whether somebody who began to watch a run still may: members can leave, and links can be revoked, while a socket is open. */
final class LiveRight {

    private final RunCurves curves;
    private final Visits visits;
    private final UUID run;
    private final SecurityContext who;
    private final Optional<String> link;

    private LiveRight(RunCurves curves, Visits visits, UUID run, SecurityContext who, Optional<String> link) {
        this.curves = curves;
        this.visits = visits;
        this.run = run;
        this.who = who;
        this.link = link;
    }

    /** Of whoever asks on this thread. */
    static LiveRight ofThisRequest(RunCurves curves, Visits visits, UUID run) {
        SecurityContext own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
        return new LiveRight(curves, visits, run, own, visits.current());
    }

    boolean holds() {
        SecurityContextHolder.setContext(who);
        try {
            return link.map(secret -> visits.during(secret, () -> curves.isVisible(run)))
                    .orElseGet(() -> curves.isVisible(run));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
