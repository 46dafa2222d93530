package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/** Several selected layers, and what can be done with all of them. */
final class SelectionPanel extends Div {

    private final H3 title = new H3();
    private List<String> selected = List.of();

    SelectionPanel(
            SerializableConsumer<List<String>> group,
            SerializableConsumer<List<String>> duplicate,
            SerializableConsumer<List<String>> remove) {
        addClassName("netloom-selection");
        Paragraph help = new Paragraph(getTranslation("editor.selection.help"));
        help.addClassName("netloom-help");
        Button block = button("editor.selection.group", VaadinIcon.PACKAGE, group);
        block.addThemeVariants(ButtonVariant.PRIMARY);
        block.addClassName("netloom-group");
        Button removing = button("editor.selection.remove", VaadinIcon.TRASH, remove);
        removing.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        Div actions = new Div(block, button("editor.selection.duplicate", VaadinIcon.COPY, duplicate), removing);
        actions.addClassName("netloom-block-actions");
        add(title, help, actions);
    }

    private Button button(String key, VaadinIcon icon, SerializableConsumer<List<String>> command) {
        return new Button(getTranslation(key), icon.create(), click -> command.accept(selected));
    }

    void show(List<String> layers) {
        selected = List.copyOf(layers);
        title.setText(getTranslation("editor.selection.title", layers.size()));
    }
}
