package org.netloom.workspace.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.netloom.workspace.OwnAccount;

/** Ends every session of the account, this one included. */
final class SessionsPanel extends SettingsSection {

    SessionsPanel(OwnAccount own) {
        head(getTranslation("account.sessions"), getTranslation("account.sessions.text"));
        Button everywhere = new Button(getTranslation("account.sessions.end"), click -> {
            own.signOutEverywhere();
            UI.getCurrent().getPage().setLocation("login?ended");
        });
        everywhere.addThemeVariants(ButtonVariant.ERROR);
        Div line = new Div(everywhere);
        line.addClassName("netloom-settings-line");
        add(line);
    }
}
