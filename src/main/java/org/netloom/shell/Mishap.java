package org.netloom.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;

/** A page that says in plain words why there is nothing else here, and the way back. */
final class Mishap extends Main {

    Mishap(String title, String text) {
        addClassName("netloom-mishap");
        add(new H1(title), new Paragraph(text), new Anchor("", getTranslation("shell.error.home")));
    }
}
