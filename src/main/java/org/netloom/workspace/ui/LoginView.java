package org.netloom.workspace.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import org.netloom.workspace.Access;
import org.netloom.workspace.Accounts;
import org.netloom.workspace.IdentityProvider;
import org.netloom.workspace.Open;
import org.springframework.beans.factory.ObjectProvider;

/** Signing in. A real form, so that password managers and the Enter key work as everywhere. */
@Route(value = "login", autoLayout = false)
@Open(to = Open.To.EVERYONE, because = "nobody is signed in before they have signed in")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** What the page says for the words that the filters put into its address. */
    private static final Map<String, String> REASONS = Map.of(
            "wrong", "account.sign-in.wrong",
            "wait", "account.sign-in.wait",
            "provider-unknown", "account.provider.unknown",
            "provider-unverified", "account.provider.unverified",
            "provider-email-taken", "account.provider.email-taken",
            "provider-taken", "account.provider.taken",
            "provider-disabled", "account.provider.disabled",
            "provider-invitation-over", "account.provider.invitation-over",
            "provider-invitation-for-another", "account.provider.invitation-for-another");

    private final transient Accounts accounts;
    private final transient Access access;
    private final Div problem = new Div();
    private final Div notice = new Div();

    LoginView(Accounts accounts, Access access, ObjectProvider<IdentityProvider> provider) {
        this.accounts = accounts;
        this.access = access;
        addClassName("netloom-sign-in");
        Div content = new Div();
        content.getElement().appendChild(form());
        content.addClassName("netloom-form");
        provider.ifAvailable(known -> {
            // The browser leaves the pages: the router must not take it for one of them.
            Anchor anchor = new Anchor(known.address(), getTranslation("account.provider", known.name()));
            anchor.setRouterIgnore(true);
            anchor.addClassName("netloom-provider");
            content.add(anchor);
        });
        add(new SignInCard(getTranslation("account.sign-in.title"), getTranslation("account.sign-in.text"), content));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (accounts.none()) {
            event.forwardTo(SetupView.class);
            return;
        }
        if (access.current().isPresent()) {
            event.forwardTo("");
            return;
        }
        Map<String, List<String>> asked =
                event.getLocation().getQueryParameters().getParameters();
        notice.setVisible(asked.containsKey("ended"));
        String error = asked.getOrDefault("error", List.of("")).getFirst();
        if (!error.isEmpty()) {
            problem.setText(getTranslation(REASONS.getOrDefault(error, "account.provider.failed")));
            problem.setVisible(true);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.sign-in.page");
    }

    private Element form() {
        EmailField email = new EmailField(getTranslation("account.email"));
        email.getElement().setProperty("name", "username");
        email.getElement().setAttribute("autocomplete", "username");
        email.setRequired(true);
        email.setAutofocus(true);
        PasswordField password = new PasswordField(getTranslation("account.password"));
        password.getElement().setProperty("name", "password");
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setRequired(true);
        Checkbox remember = new Checkbox(getTranslation("account.remember"));
        remember.getElement().setProperty("name", "remember-me");
        NativeButton submit = new NativeButton(getTranslation("account.sign-in"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("netloom-primary");
        problem.addClassName("netloom-form-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        notice.addClassName("netloom-done");
        notice.getElement().setAttribute("role", "status");
        notice.setText(getTranslation("account.sign-in.ended"));
        notice.setVisible(false);
        return new Element("form")
                .setAttribute("method", "post")
                .setAttribute("action", "login")
                .appendChild(
                        notice.getElement(),
                        problem.getElement(),
                        email.getElement(),
                        password.getElement(),
                        remember.getElement(),
                        submit.getElement());
    }
}
