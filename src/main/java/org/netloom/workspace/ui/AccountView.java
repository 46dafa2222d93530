package org.netloom.workspace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
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
class AccountView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Paragraph done = new Paragraph();

    AccountView(
            Access access,
            OwnAccount own,
            Tokens tokens,
            BrowserSignIn browserSignIn,
            ProviderPlans plans,
            ObjectProvider<IdentityProvider> provider) {
        addClassNames("netloom-page", "netloom-account-page");
        Person person = access.signedIn(false);
        done.addClassName("netloom-done");
        done.getElement().setAttribute("role", "status");
        done.setVisible(false);
        Paragraph email = new Paragraph(person.email());
        email.addClassName("netloom-soft");
        add(new H1(getTranslation("account.title")), email, done, new NamePanel(own, person));
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
        done.setVisible(event.getLocation().getQueryParameters().getParameters().containsKey("changed"));
        done.setText(getTranslation("account.password.changed"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.page");
    }
}
