package org.netloom.workspace.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Map;
import org.netloom.design.Problem;
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
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final PasswordField password = new PasswordField();
    private final Div problem = new Div();

    SetupView(Accounts accounts, BrowserSignIn browserSignIn) {
        this.accounts = accounts;
        this.browserSignIn = browserSignIn;
        addClassName("netloom-sign-in");
        add(new SignInCard(getTranslation("account.setup.title"), getTranslation("account.setup.text"), form()));
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

    private Div form() {
        name.setLabel(getTranslation("account.name"));
        name.setAutocomplete(Autocomplete.NAME);
        name.setAutofocus(true);
        email.setLabel(getTranslation("account.email"));
        email.setAutocomplete(Autocomplete.USERNAME);
        password.setLabel(getTranslation("account.password"));
        password.setHelperText(getTranslation("account.password.help"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        problem.addClassName("netloom-form-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Button create = new Button(getTranslation("account.setup.create"), click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER);
        create.setDisableOnClick(false);
        Div form = new Div(problem, name, email, password, create);
        form.addClassName("netloom-form");
        return form;
    }

    private void create() {
        switch (accounts.createFirst(email.getValue(), name.getValue(), password.getValue())) {
            case Result.Ok<Person>(Person person) -> signIn(person);
            case Result.Refused<Person> refused -> show(refused.problems());
        }
    }

    private void signIn(Person person) {
        browserSignIn.signIn(
                person,
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        UI.getCurrent().getPage().setLocation(".");
    }

    private void show(List<Problem> problems) {
        Map<String, HasValidation> fields = Map.of("name", name, "email", email, "password", password);
        fields.values().forEach(field -> field.setInvalid(false));
        problem.setVisible(false);
        for (Problem found : problems) {
            HasValidation field = found.parameter() == null ? null : fields.get(found.parameter());
            if (field == null) {
                problem.setText(found.text());
                problem.setVisible(true);
            } else {
                field.setErrorMessage(found.text());
                field.setInvalid(true);
            }
        }
    }
}
