package org.netloom.workspace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

/** A secret that is shown this one time, and a button that copies it. */
public final class OneTimeSecret extends Div {

    private final TextField field = new TextField();

    private OneTimeSecret(String label, String help) {
        addClassName("netloom-secret");
        getElement().setAttribute("role", "status");
        field.setLabel(label);
        field.setHelperText(help);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        Button copy = new Button(getTranslation("secret.copy"));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.addClickListener(click -> copy.getElement()
                .executeJs(
                        "return navigator.clipboard.writeText($0.value).then(() => true, () => false)",
                        field.getElement())
                .then(Boolean.class, done -> copied(copy, Boolean.TRUE.equals(done))));
        add(field, copy);
        copy.focus();
    }

    /** A secret as it is. */
    public static OneTimeSecret text(String label, String secret, String help) {
        OneTimeSecret shown = new OneTimeSecret(label, help);
        shown.field.setValue(secret);
        return shown;
    }

    /** An address of this server that has a secret in it; the browser knows best under which name the server is reached. */
    public static OneTimeSecret address(String label, String path, String help) {
        OneTimeSecret shown = new OneTimeSecret(label, help);
        shown.field.getElement().executeJs("this.value = new URL($0, document.baseURI).href", path);
        return shown;
    }

    private void copied(Button copy, boolean done) {
        copy.setText(getTranslation(done ? "secret.copied" : "secret.by-hand"));
        if (!done) {
            field.focus();
        }
    }
}
