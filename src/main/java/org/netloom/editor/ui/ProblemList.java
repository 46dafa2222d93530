package org.netloom.editor.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Edit;
import org.netloom.design.Problem;

/** Problems in plain words, each with its repairs as buttons. */
final class ProblemList extends Div {

    private final SerializableConsumer<Edit> repair;
    private final SerializableConsumer<String> goTo;

    private record Shown(List<Problem> problems, boolean editable) {
        Shown {
            problems = List.copyOf(problems);
        }
    }

    private transient @Nullable Shown shown;

    ProblemList(SerializableConsumer<Edit> repair, SerializableConsumer<String> goTo) {
        this.repair = repair;
        this.goTo = goTo;
        addClassName("netloom-problems");
        getElement().setAttribute("role", "list");
    }

    /** What is shown stays in place while it is still true, so that a click on a repair is not lost to a change elsewhere. */
    void show(List<Problem> problems, boolean editable) {
        Shown wanted = new Shown(problems, editable);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        removeAll();
        problems.forEach(problem -> add(item(problem, editable)));
        if (problems.isEmpty()) {
            Div none = new Div(VaadinIcon.CHECK_CIRCLE.create(), new Span(getTranslation("editor.problems.none")));
            none.addClassName("netloom-no-problems");
            add(none);
        }
    }

    private Div item(Problem problem, boolean editable) {
        Div item = new Div();
        item.addClassName("netloom-problem");
        item.addClassName(problem.isError() ? "is-error" : "is-warning");
        item.getElement().setAttribute("role", "listitem");
        var icon = (problem.isError() ? VaadinIcon.EXCLAMATION_CIRCLE : VaadinIcon.WARNING).create();
        icon.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(problem.isError() ? "editor.problems.error" : "editor.problems.warning"));
        Span what = new Span(problem.what());
        what.addClassName("netloom-problem-what");
        Div words = new Div(what, new Paragraph(problem.expected() + " " + problem.fix()));
        Div buttons = new Div();
        buttons.addClassName("netloom-problem-repairs");
        if (editable) {
            problem.repairs()
                    .forEach(each -> buttons.add(button(each.label(), () -> repair.accept(each.edit()), true)));
        }
        String layer = problem.layer();
        if (layer != null) {
            buttons.add(button(getTranslation("editor.problems.show"), () -> goTo.accept(layer), false));
        }
        words.add(buttons);
        item.add(icon, words);
        return item;
    }

    private static Button button(String text, com.vaadin.flow.server.Command command, boolean repair) {
        Button button = new Button(text, click -> command.execute());
        button.addThemeVariants(ButtonVariant.SMALL);
        if (!repair) {
            button.addThemeVariants(ButtonVariant.TERTIARY);
        }
        return button;
    }
}
