package org.netloom.training.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import org.netloom.training.RunState;

/** The state of a run: icon, word and colour, in this order of importance. */
public class StateBadge extends Span {

    public StateBadge(RunState.Kind kind) {
        Icon icon = new Icon(icon(kind));
        icon.getElement().setAttribute("aria-hidden", "true");
        add(icon, new Span(word(kind)));
        addClassName("netloom-state");
        getElement().setAttribute("data-state", kind.id());
    }

    static String word(RunState.Kind kind) {
        return UI.getCurrent().getTranslation("run.state." + kind.id());
    }

    /** Name of the icon, with its collection. */
    static String icon(RunState.Kind kind) {
        return "vaadin:"
                + switch (kind) {
                    case QUEUED -> "clock";
                    case PREPARING -> "hourglass-start";
                    case RUNNING -> "play";
                    case PAUSING, PAUSED -> "pause";
                    case STOPPING, STOPPED -> "stop";
                    case FINISHED -> "check";
                    case FAILED -> "warning";
                    case LOST -> "refresh";
                };
    }
}
