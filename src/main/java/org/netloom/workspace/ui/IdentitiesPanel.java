package org.netloom.workspace.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Map;
import org.netloom.design.Result;
import org.netloom.workspace.IdentityProvider;
import org.netloom.workspace.OwnAccount;
import org.netloom.workspace.OwnAccount.Identity;
import org.netloom.workspace.ProviderPlans;

/** Connects the account with the identity provider, and disconnects it. */
final class IdentitiesPanel extends SettingsSection {

    private final transient OwnAccount own;
    private final FormProblems problems = new FormProblems(Map.of());

    IdentitiesPanel(OwnAccount own, ProviderPlans plans, IdentityProvider provider) {
        head(getTranslation("account.identity", provider.name()), getTranslation("account.identity.text"));
        this.own = own;
        Button connect = new Button(getTranslation("account.identity.connect", provider.name()), click -> {
            plans.connect(VaadinServletRequest.getCurrent().getHttpServletRequest());
            UI.getCurrent().getPage().setLocation(provider.address());
        });
        Div line = new Div(connect);
        line.addClassName("netloom-settings-line");
        add(problems, line);
        show();
    }

    private void show() {
        clearRows();
        own.identities()
                .forEach(identity -> row(
                        identity.email() == null ? identity.subject() : identity.email(), "", disconnect(identity)));
    }

    private Button disconnect(Identity identity) {
        Button disconnect = new Button(getTranslation("account.identity.disconnect"), click -> {
            switch (own.disconnect(identity)) {
                case Result.Ok<Identity> gone -> show();
                case Result.Refused<Identity> refused -> problems.show(refused.problems());
            }
        });
        disconnect.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        return disconnect;
    }
}
