package org.netloom.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Lets pages look again at a calm pace, as long as somebody has them open. */
@org.springframework.stereotype.Component
public class Pulse {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("page-pulse").factory());

    /** Calls the command in the page's own turn, again and again, while the component is on a page. */
    public void whileAttached(Component component, Duration pause, Command look) {
        component.addAttachListener(attached -> {
            UI page = attached.getUI();
            ScheduledFuture<?> beats = clock.scheduleWithFixedDelay(
                    () -> beat(page, look), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                beats.cancel(false);
            });
        });
    }

    private static void beat(UI page, Command look) {
        try {
            page.access(look);
        } catch (UIDetachedException gone) {
            // The page was closed a moment ago; its detach listener ends the beats.
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
