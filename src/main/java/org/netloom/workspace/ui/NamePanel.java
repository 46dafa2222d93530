package org.netloom.workspace.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.netloom.design.Result;
import org.netloom.workspace.OwnAccount;
import org.netloom.workspace.Person;

/** The name that others see. */
final class NamePanel extends SettingsSection {

    NamePanel(OwnAccount own, Person person) {
        head(getTranslation("account.name"), getTranslation("account.name.text"));
        TextField name = new TextField(getTranslation("account.name"));
        name.setAutocomplete(Autocomplete.NAME);
        name.setValue(person.name());
        FormProblems problems = new FormProblems(Map.of("name", name));
        name.setWidthFull();
        Button save = new Button(getTranslation("account.name.save"), click -> {
            switch (own.rename(name.getValue())) {
                // The name is in the frame round the page, too.
                case Result.Ok<Person> renamed -> UI.getCurrent().getPage().setLocation("account?renamed");
                case Result.Refused<Person> refused -> problems.show(refused.problems());
            }
        });
        name.addKeyDownListener(Key.ENTER, enter -> save.click());
        Div row = new Div(name, save);
        row.addClassName("netloom-settings-line");
        add(problems, row);
    }
}
