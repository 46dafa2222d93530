package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.netloom.workspace.Workspaces;

/** Asks to which workspace a project is to go. */
final class MoveDialog extends Dialog {

    /** What is done there. */
    enum Kind {
        MOVE("home.move"),
        COPY("home.copy");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    MoveDialog(
            Kind kind,
            String project,
            List<Workspaces.Workspace> targets,
            SerializableConsumer<Workspaces.Workspace> chosen) {
        setHeaderTitle(getTranslation(kind.key + ".title", project));
        setWidth("min(440px, 94vw)");
        Button cancel = new Button(getTranslation("workspaces.cancel"), click -> close());
        getFooter().add(cancel);
        if (targets.isEmpty()) {
            add(new Paragraph(getTranslation("home.move.none")));
            return;
        }
        Paragraph words = new Paragraph(getTranslation(kind.key + ".text"));
        words.addClassName("netloom-soft");
        Select<Workspaces.Workspace> target = new Select<>();
        target.setLabel(getTranslation("home.move.to"));
        target.setItems(targets);
        target.setItemLabelGenerator(Workspaces.Workspace::name);
        target.setValue(targets.getFirst());
        target.setWidthFull();
        add(words, target);
        Button go = new Button(getTranslation(kind.key + ".do"), click -> {
            close();
            chosen.accept(target.getValue());
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(go);
    }
}
