package org.netloom.sharing.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.netloom.sharing.Note;

/** Notes as visitors read them: without the names of those who wrote them. */
final class SharedNotes extends Section {

    SharedNotes(Note note) {
        addClassName("netloom-panel");
        setVisible(!note.text().isEmpty());
        add(new H2(getTranslation("sharing.notes")), NotesPanel.text(note));
    }
}
