package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import org.netloom.design.Layer;

/** The way into the block that is open, and back. */
final class Breadcrumbs extends Div {

    private final SerializableConsumer<List<String>> goTo;

    Breadcrumbs(SerializableConsumer<List<String>> goTo) {
        this.goTo = goTo;
        addClassName("netloom-crumbs");
        getElement().setAttribute("role", "navigation");
        getElement().setAttribute("aria-label", getTranslation("editor.crumbs"));
        setVisible(false);
    }

    void show(List<Layer> trail) {
        removeAll();
        setVisible(!trail.isEmpty());
        List<String> path = new ArrayList<>();
        add(crumb(getTranslation("editor.crumbs.design"), List.of(), trail.isEmpty()));
        for (int i = 0; i < trail.size(); i++) {
            path.add(trail.get(i).id());
            add(new Span("›"), crumb(trail.get(i).name(), List.copyOf(path), i == trail.size() - 1));
        }
    }

    private com.vaadin.flow.component.Component crumb(String text, List<String> path, boolean here) {
        if (here) {
            Span name = new Span(text);
            name.getElement().setAttribute("aria-current", "page");
            return name;
        }
        Button button = new Button(text, click -> goTo.accept(path));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
