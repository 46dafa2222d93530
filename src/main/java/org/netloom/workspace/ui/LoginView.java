package org.netloom.workspace.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
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
import org.netloom.workspace.Accounts;
import org.netloom.workspace.Open;

/** Signing in. A real form, so that password managers and the Enter key work as everywhere. */
@Route(value = "login", autoLayout = false)
@Open(to = Open.To.EVERYONE, because = "nobody is signed in before they have signed in")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Accounts accounts;
    private final Div problem = new Div();

    LoginView(Accounts accounts) {
        this.accounts = accounts;
        addClassName("netloom-sign-in");
        Div content = new Div();
        content.getElement().appendChild(form());
        add(new SignInCard(getTranslation("account.sign-in.title"), getTranslation("account.sign-in.text"), content));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (accounts.none()) {
            event.forwardTo(SetupView.class);
            return;
        }
        List<String> error = event.getLocation().getQueryParameters().getParameters("error");
        if (!error.isEmpty()) {
            boolean waiting = error.contains("wait");
            problem.setText(getTranslation(waiting ? "account.sign-in.wait" : "account.sign-in.wrong"));
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
        return new Element("form")
                .setAttribute("method", "post")
                .setAttribute("action", "login")
                .appendChild(
                        problem.getElement(),
                        email.getElement(),
                        password.getElement(),
                        remember.getElement(),
                        submit.getElement());
    }
}
