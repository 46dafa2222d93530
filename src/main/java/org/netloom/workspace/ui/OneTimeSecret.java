package org.netloom.workspace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** A secret that is shown this one time, selected as soon as it is touched. */
final class OneTimeSecret extends Div {

    OneTimeSecret(String label, String secret, String text) {
        addClassName("netloom-secret");
        getElement().setAttribute("role", "status");
        TextField field = new TextField(label);
        field.setValue(secret);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        add(field, new Paragraph(text));
    }
}
