package org.netloom.workspace.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Map;
import org.netloom.design.Result;
import org.netloom.workspace.IdentityProvider;
import org.netloom.workspace.OwnAccount;
import org.netloom.workspace.OwnAccount.Identity;
import org.netloom.workspace.ProviderPlans;

/** Connects the account with the identity provider, and disconnects it. */
final class IdentitiesPanel extends Div {

    private final transient OwnAccount own;
    private final Div list = new Div();
    private final FormProblems problems = new FormProblems(Map.of());

    IdentitiesPanel(OwnAccount own, ProviderPlans plans, IdentityProvider provider) {
        this.own = own;
        addClassName("netloom-account-part");
        Button connect = new Button(getTranslation("account.identity.connect", provider.name()), click -> {
            plans.connect(VaadinServletRequest.getCurrent().getHttpServletRequest());
            UI.getCurrent().getPage().setLocation(provider.address());
        });
        add(
                new H2(getTranslation("account.identity", provider.name())),
                new Paragraph(getTranslation("account.identity.text")),
                problems,
                list,
                connect);
        show();
    }

    private void show() {
        list.removeAll();
        own.identities().forEach(identity -> list.add(row(identity)));
    }

    private Div row(Identity identity) {
        Button disconnect = new Button(getTranslation("account.identity.disconnect"), click -> {
            switch (own.disconnect(identity)) {
                case Result.Ok<Identity> gone -> show();
                case Result.Refused<Identity> refused -> problems.show(refused.problems());
            }
        });
        disconnect.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        Div row = new Div(new Span(identity.email() == null ? identity.subject() : identity.email()), disconnect);
        row.addClassName("netloom-account-row");
        return row;
    }
}
