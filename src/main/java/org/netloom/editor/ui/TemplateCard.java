package org.netloom.editor.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import org.netloom.layers.LayerCatalog;
import org.netloom.templates.Template;
import org.netloom.training.ui.NetworkPicture;

/** A template to begin from: what it teaches, and the result to expect. One click begins. */
final class TemplateCard extends NativeButton {

    TemplateCard(Template template, LayerCatalog layers, SerializableConsumer<String> choose) {
        addClassName("netloom-template");
        Svg picture = new Svg(NetworkPicture.svg(template.design(), layers, ""));
        picture.getElement().setAttribute("aria-hidden", "true");
        Div frame = new Div(picture);
        frame.addClassName("picture");
        add(frame, new Div(span("title", template.title()), span("teaches", template.teaches()), expected(template)));
        addClickListener(click -> choose.accept(template.id()));
    }

    private Span expected(Template template) {
        Span word = span("word", getTranslation("home.template.expect"));
        Span line = span("expected", "");
        line.add(word, new Span(template.expected()));
        return line;
    }

    private static Span span(String name, String text) {
        Span span = new Span(text);
        span.addClassName(name);
        return span;
    }
}
