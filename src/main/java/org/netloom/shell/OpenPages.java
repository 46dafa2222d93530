package org.netloom.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.netloom.workspace.OpenSessions;
import org.netloom.workspace.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Leads open pages to signing in when their session ends elsewhere. A page that only listens asks for nothing, so it is this side
 * that has to look; whichever process ended the session, the database knows.
 */
@Component
class OpenPages implements VaadinServiceInitListener, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);
    private static final int LOOK_SECONDS = 3;

    private final OpenSessions sessions;
    private final Map<UI, SignedIn> pages = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("open-pages").factory());

    OpenPages(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> remember(init.getUI()));
        clock.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }

    private void remember(UI ui) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn session) {
            pages.put(ui, session);
            ui.addDetachListener(gone -> pages.remove(ui));
        }
    }

    private void look() {
        try {
            Map<SignedIn, Boolean> over = new IdentityHashMap<>();
            pages.forEach((ui, session) -> {
                // One question for all pages of a session: they share the object.
                if (over.computeIfAbsent(session, sessions::isOver) && pages.remove(ui) != null) {
                    leave(ui);
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("The open pages could not be looked after, for now", e);
        }
    }

    private static void leave(UI ui) {
        try {
            ui.access(() -> ui.getPage().setLocation(EndedSessions.SIGN_IN));
        } catch (UIDetachedException closedMeanwhile) {
            LOG.debug("A page was closed", closedMeanwhile);
        }
    }
}
