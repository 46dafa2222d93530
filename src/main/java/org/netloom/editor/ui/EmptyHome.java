package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import org.netloom.layers.LayerCatalog;
import org.netloom.templates.Templates;

/** What belongs on the first page, one button to get it, and one example to look at. */
final class EmptyHome extends Div {

    private static final String EXAMPLE = "xor-2-2-1";

    EmptyHome(boolean editor, LayerCatalog layers, Command choose, SerializableConsumer<String> create) {
        addClassName("netloom-empty");
        add(
                new H2(getTranslation("home.empty.title")),
                new Paragraph(getTranslation(editor ? "home.empty.text" : "home.empty.reader")));
        if (editor) {
            Button button = new Button(getTranslation("home.new"), new Icon("vaadin:plus"), click -> choose.execute());
            button.addThemeVariants(ButtonVariant.PRIMARY);
            add(button);
            Templates.find(EXAMPLE).ifPresent(template -> {
                Span words = new Span(getTranslation("home.empty.example"));
                words.addClassName("netloom-soft");
                add(words, new TemplateCard(template, layers, create));
            });
        }
    }
}
