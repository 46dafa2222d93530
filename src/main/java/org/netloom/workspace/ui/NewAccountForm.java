package org.netloom.workspace.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Name, e-mail address and password of a new account. */
final class NewAccountForm extends Div {

    record Fields(String email, String name, String password) {}

    @FunctionalInterface
    interface Create extends Serializable {
        void create(Fields fields, FormProblems problems);
    }

    /** @param fixed the only e-mail address that it can be; null: any */
    NewAccountForm(@Nullable String fixed, String label, Create create) {
        addClassName("netloom-form");
        TextField name = new TextField(getTranslation("account.name"));
        name.setAutocomplete(Autocomplete.NAME);
        name.setAutofocus(true);
        EmailField email = new EmailField(getTranslation("account.email"));
        email.setAutocomplete(Autocomplete.USERNAME);
        if (fixed != null) {
            email.setValue(fixed);
            email.setReadOnly(true);
            email.setHelperText(getTranslation("join.email.fixed"));
        }
        PasswordField password = new PasswordField(getTranslation("account.password"));
        password.setHelperText(getTranslation("account.password.help"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        FormProblems problems = new FormProblems(Map.of("name", name, "email", email, "password", password));
        Button button = new Button(
                label,
                click -> create.create(new Fields(email.getValue(), name.getValue(), password.getValue()), problems));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickShortcut(Key.ENTER);
        add(problems, name, email, password, button);
    }
}
