package org.netloom.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.UUID;
import org.netloom.workspace.AccessRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a person when something they did on a page went wrong unexpectedly; the page stays as it is. */
@Component
class Mishaps implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(Mishaps::show));
    }

    /** Writes the whole story to the log and answers the reference it is found under. */
    static String log(Throwable mishap) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected problem, reference {}", reference, mishap);
        return reference;
    }

    private static void show(ErrorEvent event) {
        Throwable mishap = event.getThrowable();
        UI ui = UI.getCurrent();
        boolean expected = mishap instanceof AccessRefused;
        String reference = expected ? "" : log(mishap);
        if (ui == null) {
            return;
        }
        String text =
                expected ? String.valueOf(mishap.getMessage()) : ui.getTranslation("shell.error.notice", reference);
        ui.access(() -> Notification.show(text, 10_000, Notification.Position.BOTTOM_END)
                .addThemeVariants(NotificationVariant.ERROR));
    }
}
