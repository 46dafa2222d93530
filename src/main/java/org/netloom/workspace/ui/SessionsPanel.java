package org.netloom.workspace.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.netloom.workspace.OwnAccount;

/** Ends every session of the account, this one included. */
final class SessionsPanel extends Div {

    SessionsPanel(OwnAccount own) {
        addClassName("netloom-account-part");
        Button everywhere = new Button(getTranslation("account.sessions.end"), click -> {
            own.signOutEverywhere();
            UI.getCurrent().getPage().setLocation("login?ended");
        });
        everywhere.addThemeVariants(ButtonVariant.ERROR);
        add(
                new H2(getTranslation("account.sessions")),
                new Paragraph(getTranslation("account.sessions.text")),
                everywhere);
    }
}
