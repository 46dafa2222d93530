package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The card in the middle of the page that signing in and the first account share. */
final class SignInCard extends Div {

    SignInCard(String title, String text, Component content) {
        addClassName("netloom-sign-in-card");
        Span mark = new Span();
        mark.addClassName("netloom-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        add(mark, new H1(title), new Paragraph(text), content);
    }
}
