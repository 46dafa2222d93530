package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Block;
import org.netloom.design.Layer;

/** What can be done with a block: for one use of it, or for the block that is open. */
final class BlockPanel extends Div {

    private final BlockCommands commands;

    BlockPanel(BlockCommands commands) {
        this.commands = commands;
        addClassName("netloom-block");
    }

    /** The block that is open on the canvas. */
    void showOpen(Block block, boolean editable) {
        removeAll();
        add(new H3(block.name()), hint("editor.block.openHint"));
        if (editable) {
            add(name(block), actions(block, null));
        }
    }

    /** A block that a layer on the canvas uses. */
    void show(Block block, Layer use, boolean editable) {
        removeAll();
        Button open = button("editor.block.open", VaadinIcon.EXPAND_SQUARE, () -> commands.open(use.id()));
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.addClassName("netloom-block-open");
        add(open);
        if (editable) {
            add(actions(block, use), name(block));
        }
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("netloom-help");
        return hint;
    }

    private TextField name(Block block) {
        TextField name = new TextField(getTranslation("editor.block.name"));
        name.setMaxLength(Block.LONGEST_NAME);
        name.setValue(block.name());
        name.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                commands.rename(block, event.getValue());
            }
        });
        return name;
    }

    private Div actions(Block block, @Nullable Layer use) {
        Div actions = new Div(button("editor.block.expose", VaadinIcon.SLIDERS, () -> commands.expose(block)));
        if (use != null) {
            actions.add(button("editor.block.ungroup", VaadinIcon.UNLINK, () -> commands.ungroup(List.of(use.id()))));
        }
        actions.add(button("editor.block.save", VaadinIcon.ARCHIVE, () -> commands.save(block)));
        actions.addClassName("netloom-block-actions");
        return actions;
    }

    private Button button(String key, VaadinIcon icon, Command command) {
        Button button = new Button(getTranslation(key), icon.create(), click -> command.execute());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
