package org.netloom.workspace.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import java.util.Map;
import org.netloom.design.Result;
import org.netloom.workspace.BrowserSignIn;
import org.netloom.workspace.OwnAccount;
import org.netloom.workspace.Person;

/** Changes the password. Every other session ends; this one goes on under a new id. */
final class PasswordPanel extends SettingsSection {

    PasswordPanel(OwnAccount own, BrowserSignIn browserSignIn) {
        head(getTranslation("account.password"), getTranslation("account.password.text"));
        PasswordField old = new PasswordField(getTranslation("account.password.old"));
        old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        PasswordField wanted = new PasswordField(getTranslation("account.password.new"));
        wanted.setAutocomplete(Autocomplete.NEW_PASSWORD);
        wanted.setHelperText(getTranslation("account.password.help"));
        FormProblems problems = new FormProblems(Map.of("old", old, "password", wanted));
        Button change = new Button(getTranslation("account.password.change"), click -> {
            problems.clear();
            VaadinServletRequest request = VaadinServletRequest.getCurrent();
            switch (own.changePassword(old.getValue(), wanted.getValue(), request.getRemoteAddr())) {
                case Result.Ok<Person>(Person person) -> {
                    browserSignIn.signIn(
                            person,
                            request.getHttpServletRequest(),
                            VaadinServletResponse.getCurrent().getHttpServletResponse());
                    UI.getCurrent().getPage().setLocation("account?changed");
                }
                case Result.Refused<Person> refused -> problems.show(refused.problems());
            }
        });
        Div row = new Div(old, wanted, change);
        row.addClassName("netloom-settings-line");
        wanted.addKeyDownListener(Key.ENTER, enter -> change.click());
        add(problems, row);
    }
}
