package org.netloom.workspace.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.netloom.design.Result;
import org.netloom.workspace.Workspaces;

/** Asks for the name of a new workspace, makes it and goes there. */
public final class NewWorkspaceDialog extends Dialog {

    private final transient Workspaces workspaces;
    private final TextField name = new TextField();

    public NewWorkspaceDialog(Workspaces workspaces) {
        this.workspaces = workspaces;
        setHeaderTitle(getTranslation("workspaces.new"));
        setWidth("min(440px, 94vw)");
        name.setLabel(getTranslation("settings.name"));
        name.setMaxLength(100);
        name.setWidthFull();
        name.setAutofocus(true);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addKeyDownListener(Key.ENTER, enter -> make());
        Paragraph words = new Paragraph(getTranslation("workspaces.new.text"));
        words.addClassName("netloom-soft");
        add(words, name);
        Button make = new Button(getTranslation("workspaces.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("workspaces.cancel"), click -> close()), make);
    }

    private void make() {
        switch (workspaces.make(name.getValue())) {
            case Result.Ok<Workspaces.Workspace>(Workspaces.Workspace made) -> {
                getUI().ifPresent(page -> page.navigate("workspaces/" + made.id()));
                close();
            }
            case Result.Refused<Workspaces.Workspace> refused -> {
                name.setErrorMessage(refused.problems().getFirst().text());
                name.setInvalid(true);
            }
        }
    }
}
