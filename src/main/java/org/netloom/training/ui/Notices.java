package org.netloom.training.ui;

import com.vaadin.flow.server.Command;
import java.util.List;
import org.netloom.design.Problem;

/** Short words at the edge of the page. */
public final class Notices {

    private Notices() {}

    /** Tells why something was not done. */
    public static void refused(List<Problem> problems) {
        org.netloom.workspace.ui.Notices.refused(problems);
    }

    /** Tells what was done and offers to take it back. */
    public static void done(String what, String undo, Command takeBack) {
        org.netloom.workspace.ui.Notices.done(what, undo, takeBack);
    }
}
