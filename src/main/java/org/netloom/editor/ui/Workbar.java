package org.netloom.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import java.util.List;
import org.netloom.training.Check;
import org.netloom.training.Cost;

/** The bar over the workshop: name, undo, what the check says, what it costs, Train. */
final class Workbar extends Div {

    private final H1 title = new H1();
    private final TextField name = new TextField();
    private final Button undo;
    private final Button redo;
    private final Button check;
    private final Span cost = new Span();
    private final Button train;
    private final Div added = new Div();
    private final People people = new People();

    Workbar(SerializableConsumer<String> rename, Command onUndo, Command onRedo, Command onTrain, Command onCheck) {
        addClassName("netloom-workbar");
        name.setAriaLabel(getTranslation("editor.name"));
        name.addClassName("netloom-project-name");
        name.setMaxLength(100);
        name.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                rename.accept(event.getValue());
            }
        });
        undo = icon(VaadinIcon.ARROW_BACKWARD, "editor.undo", onUndo);
        redo = icon(VaadinIcon.ARROW_FORWARD, "editor.redo", onRedo);
        check = new Button("", click -> onCheck.execute());
        check.addThemeVariants(ButtonVariant.TERTIARY);
        check.addClassName("netloom-check");
        cost.addClassName("netloom-cost");
        train = new Button(getTranslation("editor.train"), VaadinIcon.PLAY.create(), click -> onTrain.execute());
        train.addThemeVariants(ButtonVariant.PRIMARY);
        train.addClassName("netloom-train");
        train.setTooltipText(getTranslation("editor.train.keys"));
        Div space = new Div();
        space.addClassName("netloom-workbar-space");
        added.addClassName("netloom-workbar-added");
        title.addClassName("netloom-only-heard");
        add(title, name, undo, redo, space, people, cost, check, added, train);
    }

    private Button icon(VaadinIcon icon, String key, Command command) {
        Button button = new Button(icon.create(), click -> command.execute());
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /** Shows these before Train, and none that were added before. */
    void addAll(List<Component> components) {
        added.removeAll();
        added.add(components);
    }

    People people() {
        return people;
    }

    void show(OpenProject open) {
        Check found = open.check();
        boolean editable = open.editable();
        name.setValue(open.project().name());
        name.setReadOnly(!editable);
        title.setText(open.project().name());
        undo.setVisible(editable);
        redo.setVisible(editable);
        undo.setEnabled(open.undoable().undo());
        redo.setEnabled(open.undoable().redo());
        train.setVisible(editable);
        int errors = found.errors().size();
        int warnings = found.problems().size() - errors;
        check.setText(
                errors > 0
                        ? getTranslation(errors == 1 ? "editor.check.problem" : "editor.check.problems", errors)
                        : warnings > 0
                                ? getTranslation(
                                        warnings == 1 ? "editor.check.warning" : "editor.check.warnings", warnings)
                                : getTranslation("editor.check.fine"));
        check.setIcon(
                (errors > 0 ? VaadinIcon.EXCLAMATION_CIRCLE : warnings > 0 ? VaadinIcon.WARNING : VaadinIcon.CHECK)
                        .create());
        check.getElement().getClassList().set("is-error", errors > 0);
        check.getElement().getClassList().set("is-warning", errors == 0 && warnings > 0);
        cost.setText(found.cost().map(this::cost).orElse(""));
    }

    private String cost(Cost estimate) {
        return getTranslation("editor.cost", Figures.bytes(estimate.bytes()), Figures.flop(estimate.flopsPerExample()));
    }
}
