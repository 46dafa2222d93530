package org.netloom.workspace.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.Command;

/** Asks before something that cannot be taken back. What can be taken back is done at once, and a notice offers to undo it. */
public final class Question extends ConfirmDialog {

    /** @param yes says what happens, as a verb */
    public Question(String title, String text, String yes, Command then) {
        setHeader(title);
        setText(text);
        setCancelable(true);
        setCancelText(getTranslation("workspaces.cancel"));
        setConfirmText(yes);
        setConfirmButtonTheme("primary error");
        addConfirmListener(confirmed -> then.execute());
    }
}
