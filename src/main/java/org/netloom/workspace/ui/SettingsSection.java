package org.netloom.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A titled card of a page of settings, with rows of things and what can be done with each. */
public class SettingsSection extends Section {

    private final Div rows = new Div();

    public SettingsSection(String title, String text) {
        this();
        head(title, text);
    }

    /** One that says what it is about by {@link #head}. */
    protected SettingsSection() {
        addClassNames("netloom-panel", "netloom-settings-section");
        rows.addClassName("netloom-settings-rows");
        add(rows);
    }

    protected final void head(String title, String text) {
        if (!text.isEmpty()) {
            Paragraph words = new Paragraph(text);
            words.addClassName("netloom-soft");
            addComponentAsFirst(words);
        }
        addComponentAsFirst(new H2(title));
    }

    /** Takes all lines away, to show them anew. */
    protected final void clearRows() {
        rows.removeAll();
    }

    /** A line with a name, softer words below it, and what can be done at its end. */
    public final void row(String name, String detail, Component... actions) {
        Span title = new Span(name);
        title.addClassName("netloom-settings-name");
        Span soft = new Span(detail);
        soft.addClassName("netloom-soft");
        Div words = new Div(title, soft);
        words.addClassName("netloom-settings-words");
        Div end = new Div(actions);
        end.addClassName("netloom-settings-actions");
        Div row = new Div(words, end);
        row.addClassName("netloom-settings-row");
        rows.add(row);
    }
}
