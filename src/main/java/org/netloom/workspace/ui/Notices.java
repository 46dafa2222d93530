package org.netloom.workspace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.netloom.design.Problem;

/** Short words at the edge of the page. */
public final class Notices {

    private static final Duration TIME_TO_READ = Duration.ofSeconds(10);

    private Notices() {}

    /** Tells why something was not done. */
    public static void refused(List<Problem> problems) {
        Span text = new Span(problems.stream().map(Problem::text).collect(Collectors.joining(" ")));
        notice(text).addClassName("netloom-notice-problem");
    }

    /** Tells what was done and offers to take it back. */
    public static void done(String what, String undo, Command takeBack) {
        Button button = new Button(undo);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        Notification notice = notice(new Span(what), button);
        button.addClickListener(click -> {
            notice.close();
            takeBack.execute();
        });
    }

    /** Tells what was done, where there is nothing to take back. */
    public static void done(String what) {
        notice(new Span(what));
    }

    private static Notification notice(com.vaadin.flow.component.Component... parts) {
        Notification notice = new Notification();
        Div line = new Div(parts);
        line.addClassName("netloom-notice");
        notice.add(line);
        notice.setDuration((int) TIME_TO_READ.toMillis());
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.open();
        return notice;
    }
}
