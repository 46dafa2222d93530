package org.netloom.sharing.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.function.Predicate;
import org.netloom.design.Problem;
import org.netloom.sharing.Comments;

/** Where a comment is written: a text, and members to choose from once an @ is typed. */
final class Composer extends Div {

    private static final int MOST_OFFERED = 6;

    private final TextArea text = new TextArea();
    private final Div offered = new Div();
    private final Span problem = new Span();
    private final MentionWords people;

    /** @param send given the text as it is stored; answers why it was refused, or nothing */
    Composer(MentionWords people, String label, String source, Predicate<String> send) {
        this.people = people;
        addClassName("netloom-composer");
        label(label);
        text.setMaxLength(Comments.LONGEST);
        text.setMinRows(1);
        text.setMaxRows(10);
        text.setWidthFull();
        text.setValue(people.shown(source));
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(120);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                offer();
            }
        });
        offered.addClassName("netloom-offered");
        offered.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("sharing.people"));
        problem.addClassName("netloom-composer-problem");
        problem.getElement().setAttribute("role", "alert");
        add(text, offered, problem, foot(send));
    }

    private Div foot(Predicate<String> send) {
        Button submit = new Button(getTranslation("sharing.send"), click -> submit(send));
        submit.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        submit.setTooltipText(getTranslation("sharing.send.keys"));
        Shortcuts.addShortcutListener(this, () -> submit(send), Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
        Div foot = new Div(submit);
        foot.addClassName("netloom-composer-foot");
        return foot;
    }

    /** Adds a way out without sending. */
    Composer withCancel(Command cancel) {
        Button button = new Button(getTranslation("sharing.cancel"), click -> cancel.execute());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        getChildren().reduce((first, last) -> last).ifPresent(foot -> ((Div) foot).add(button));
        return this;
    }

    void label(String label) {
        text.setPlaceholder(label);
        text.setAriaLabel(label);
    }

    Composer focused() {
        text.focus();
        return this;
    }

    void refuse(Problem refused) {
        problem.setText(refused.what() + " " + refused.fix());
    }

    private void submit(Predicate<String> send) {
        problem.setText("");
        offered.removeAll();
        if (!text.getValue().isBlank() && send.test(people.stored(text.getValue()))) {
            text.clear();
        }
    }

    /** Looks what is typed before the caret. */
    private void offer() {
        text.getElement()
                .executeJs("return this.inputElement ? this.inputElement.selectionStart : -1")
                .then(Integer.class, caret -> offer(text.getValue(), caret));
    }

    private void offer(String typed, int caret) {
        offered.removeAll();
        String before = typed.substring(0, Math.max(0, Math.min(caret, typed.length())));
        List<MentionWords.Label> found = people.matching(before);
        found.stream().limit(MOST_OFFERED).forEach(each -> {
            Button button = new Button(each.label(), click -> take(before, typed.substring(before.length()), each));
            button.addThemeVariants(ButtonVariant.SMALL);
            offered.add(button);
        });
    }

    private void take(String before, String after, MentionWords.Label chosen) {
        String start = before.substring(0, before.lastIndexOf('@')) + "@" + chosen.label() + " ";
        text.setValue(start + after);
        offered.removeAll();
        text.focus();
        text.getElement().executeJs("setTimeout(() => this.inputElement.setSelectionRange($0, $0))", start.length());
    }
}
