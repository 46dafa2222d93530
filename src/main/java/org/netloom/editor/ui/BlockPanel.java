package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Block;
import org.netloom.design.Layer;

/** What can be done with a block: for one use of it, or for the block that is open. */
final class BlockPanel extends Div {

    private final BlockCommands commands;
    private final TextField name = new TextField(getTranslation("editor.block.name"));
    private transient @Nullable Block block;
    private @Nullable Shown shown;

    /** What the panel is built for: where it is the same, only the block is another. */
    private record Shown(
            String block, String name, @Nullable String use, boolean editable) implements Serializable {}

    BlockPanel(BlockCommands commands) {
        this.commands = commands;
        addClassName("netloom-block");
        name.setMaxLength(Block.LONGEST_NAME);
        name.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                withBlock(now -> commands.rename(now, event.getValue()));
            }
        });
    }

    /** The block that is open on the canvas. */
    void showOpen(Block block, boolean editable) {
        if (isNew(block, null, editable)) {
            add(new H3(block.name()), hint("editor.block.openHint"));
            if (editable) {
                add(name, actions(null));
            }
        }
    }

    /** A block that a layer on the canvas uses. */
    void show(Block block, Layer use, boolean editable) {
        if (isNew(block, use.id(), editable)) {
            Button open = button("editor.block.open", VaadinIcon.EXPAND_SQUARE, () -> commands.open(use.id()));
            open.addThemeVariants(ButtonVariant.PRIMARY);
            open.addClassName("netloom-block-open");
            add(open);
            if (editable) {
                add(actions(use.id()), name);
            }
        }
    }

    /** A colleague's edit elsewhere must not take a name away that somebody is typing. */
    private boolean isNew(Block block, @Nullable String use, boolean editable) {
        this.block = block;
        name.setValue(block.name());
        Shown wanted = new Shown(block.id(), block.name(), use, editable);
        if (wanted.equals(shown)) {
            return false;
        }
        shown = wanted;
        removeAll();
        return true;
    }

    private void withBlock(SerializableConsumer<Block> command) {
        if (block != null) {
            command.accept(block);
        }
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("netloom-help");
        return hint;
    }

    private Div actions(@Nullable String use) {
        Div actions = new Div(button("editor.block.expose", VaadinIcon.SLIDERS, () -> withBlock(commands::expose)));
        if (use != null) {
            actions.add(button("editor.block.ungroup", VaadinIcon.UNLINK, () -> commands.ungroup(List.of(use))));
        }
        actions.add(button("editor.block.save", VaadinIcon.ARCHIVE, () -> withBlock(commands::save)));
        actions.addClassName("netloom-block-actions");
        return actions;
    }

    private Button button(String key, VaadinIcon icon, Command command) {
        Button button = new Button(getTranslation(key), icon.create(), click -> command.execute());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
