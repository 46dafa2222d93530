package org.netloom.workspace.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.netloom.design.Result;
import org.netloom.workspace.Accounts;
import org.netloom.workspace.BrowserSignIn;
import org.netloom.workspace.Open;
import org.netloom.workspace.Person;

/** The first page of a fresh installation: makes the first account and signs in with it. */
@Route(value = "setup", autoLayout = false)
@Open(to = Open.To.EVERYONE, because = "the first account is made by whoever comes first, and only once")
@AnonymousAllowed
class SetupView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Accounts accounts;
    private final transient BrowserSignIn browserSignIn;

    SetupView(Accounts accounts, BrowserSignIn browserSignIn) {
        this.accounts = accounts;
        this.browserSignIn = browserSignIn;
        addClassName("netloom-sign-in");
        add(new SignInCard(
                getTranslation("account.setup.title"),
                getTranslation("account.setup.text"),
                new NewAccountForm(null, getTranslation("account.setup.create"), this::create)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!accounts.none()) {
            event.forwardTo(LoginView.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.setup.page");
    }

    private void create(NewAccountForm.Fields fields, FormProblems problems) {
        switch (accounts.createFirst(fields.email(), fields.name(), fields.password())) {
            case Result.Ok<Person>(Person person) -> signIn(person);
            case Result.Refused<Person> refused -> problems.show(refused.problems());
        }
    }

    private void signIn(Person person) {
        browserSignIn.signIn(
                person,
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        UI.getCurrent().getPage().setLocation(".");
    }
}
