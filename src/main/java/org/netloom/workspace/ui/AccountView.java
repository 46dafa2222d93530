package org.netloom.workspace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Set;
import org.netloom.workspace.Access;
import org.netloom.workspace.BrowserSignIn;
import org.netloom.workspace.IdentityProvider;
import org.netloom.workspace.Open;
import org.netloom.workspace.OwnAccount;
import org.netloom.workspace.Person;
import org.netloom.workspace.ProviderPlans;
import org.netloom.workspace.Tokens;
import org.springframework.beans.factory.ObjectProvider;

/** The own account: name, password, sessions, identities elsewhere, tokens. */
@Route("account")
@PermitAll
@Open(to = Open.To.SIGNED_IN, because = "everybody sees and changes their own account only")
class AccountView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Paragraph done = new Paragraph();

    AccountView(
            Access access,
            OwnAccount own,
            Tokens tokens,
            BrowserSignIn browserSignIn,
            ProviderPlans plans,
            ObjectProvider<IdentityProvider> provider) {
        addClassNames("netloom-page", "netloom-settings");
        Person person = access.signedIn(false);
        done.addClassName("netloom-done");
        done.getElement().setAttribute("role", "status");
        done.setVisible(false);
        Span email = new Span(person.email());
        email.addClassName("netloom-eyebrow");
        Div head = new Div(email, new H1(getTranslation("account.title")));
        head.addClassName("netloom-settings-head");
        add(head, done, new NamePanel(own, person));
        if (own.hasPassword()) {
            add(new PasswordPanel(own, browserSignIn));
        }
        IdentityProvider known = provider.getIfAvailable();
        if (known != null) {
            add(new IdentitiesPanel(own, plans, known));
        }
        add(new SessionsPanel(own), new TokensPanel(tokens));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Set<String> asked =
                event.getLocation().getQueryParameters().getParameters().keySet();
        done.setVisible(asked.contains("changed") || asked.contains("renamed"));
        done.setText(getTranslation(asked.contains("changed") ? "account.password.changed" : "account.name.saved"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.page");
    }
}
