package org.netloom.sharing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.sharing.Note;
import org.netloom.sharing.Notes;
import org.netloom.sharing.Subject;
import org.netloom.training.ui.Ago;
import org.netloom.workspace.Action;
import org.netloom.workspace.Place;

/** Tags and notes of a project or a run. */
class NotesPanel extends Div {

    private final transient Notes notes;
    private final Subject subject;
    private final boolean editable;
    private final Div words = new Div();

    NotesPanel(Talk talk, Subject subject, Place place) {
        this.notes = talk.notes();
        this.subject = subject;
        this.editable = talk.access().allows(place, Action.EDIT);
        addClassName("netloom-notes");
        words.addClassName("netloom-notes-words");
        if (editable) {
            add(tags());
        } else {
            add(new TagList(notes.tags(subject)));
        }
        add(words);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        read();
    }

    private MultiSelectComboBox<String> tags() {
        MultiSelectComboBox<String> tags = new MultiSelectComboBox<>(getTranslation("sharing.tags"));
        Set<String> known = new LinkedHashSet<>(notes.used(subject));
        tags.setItems(known);
        tags.setValue(new LinkedHashSet<>(notes.tags(subject)));
        tags.setPlaceholder(getTranslation("sharing.tags.add"));
        tags.setAllowCustomValue(true);
        tags.setWidthFull();
        tags.addCustomValueSetListener(typed -> {
            String word = typed.getDetail().strip().toLowerCase(Locale.ROOT);
            List<String> wanted = new ArrayList<>(tags.getValue());
            wanted.add(word);
            save(tags, known, wanted);
        });
        tags.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save(tags, known, List.copyOf(change.getValue()));
            }
        });
        return tags;
    }

    private void save(MultiSelectComboBox<String> tags, Set<String> known, List<String> wanted) {
        Result<List<String>> result = notes.tag(subject, wanted);
        List<Problem> problems = result.problems();
        tags.setInvalid(!problems.isEmpty());
        tags.setErrorMessage(
                problems.isEmpty()
                        ? ""
                        : problems.getFirst().what() + " " + problems.getFirst().expected());
        List<String> now = notes.tags(subject);
        known.addAll(now);
        tags.setItems(known);
        tags.setValue(new LinkedHashSet<>(now));
    }

    private void read() {
        words.removeAll();
        Note note = notes.of(subject);
        if (note.text().isEmpty()) {
            words.add(CommentCard.soft(getTranslation(editable ? "sharing.notes.empty" : "sharing.notes.none")));
        } else {
            words.add(text(note));
            Span changed = CommentCard.soft(
                    getTranslation("sharing.notes.by", note.changedBy().orElse("…")) + " ");
            note.changedAt().ifPresent(time -> changed.add(new Ago(time)));
            words.add(changed);
        }
        if (editable) {
            Button edit = new Button(
                    getTranslation(note.text().isEmpty() ? "sharing.notes.write" : "sharing.notes.edit"),
                    click -> write(note));
            edit.addThemeVariants(ButtonVariant.SMALL);
            words.add(edit);
        }
    }

    static Paragraph text(Note note) {
        Paragraph text = new Paragraph();
        text.addClassName("netloom-notes-text");
        PlainWords.of(note.text()).forEach(text::add);
        return text;
    }

    private void write(Note before) {
        words.removeAll();
        TextArea text = new TextArea();
        text.setAriaLabel(getTranslation("sharing.notes"));
        text.setWidthFull();
        text.setMinRows(4);
        text.setMaxRows(20);
        text.setMaxLength(Notes.LONGEST);
        text.setValue(before.text());
        Span problem = new Span();
        problem.addClassName("netloom-composer-problem");
        problem.getElement().setAttribute("role", "alert");
        Button save = new Button(getTranslation("sharing.notes.save"), click -> {
            List<Problem> problems =
                    notes.write(subject, text.getValue(), before.revision()).problems();
            if (problems.isEmpty()) {
                read();
            } else {
                problem.setText(
                        problems.getFirst().what() + " " + problems.getFirst().fix());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        Button cancel = new Button(getTranslation("sharing.cancel"), click -> read());
        cancel.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Div foot = new Div(save, cancel);
        foot.addClassName("netloom-composer-foot");
        words.add(text, problem, foot);
        text.focus();
    }
}
