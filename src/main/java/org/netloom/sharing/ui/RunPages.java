package org.netloom.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.netloom.sharing.Subject;
import org.netloom.training.Run;
import org.netloom.training.ui.RunAddition;
import org.netloom.workspace.Place;

/** Sharing, comments, notes and tags on the page of a run. */
@org.springframework.stereotype.Component
class RunPages implements RunAddition {

    private final Talk talk;

    RunPages(Talk talk) {
        this.talk = talk;
    }

    @Override
    public List<Component> head(Run run) {
        return List.of(new ShareButton(talk, Subject.run(run.id()), place(run)));
    }

    @Override
    public List<Component> panels(Run run) {
        Subject subject = Subject.run(run.id());
        Div panels = new Div(
                panel("sharing.comments", new CommentsPanel(talk, subject, place(run), layer -> {})),
                panel("sharing.notes", new NotesPanel(talk, subject, place(run))));
        panels.addClassNames("netloom-columns", "netloom-run-talk");
        return List.of(panels);
    }

    private static Section panel(String title, Component content) {
        H2 heading = new H2();
        heading.setText(heading.getTranslation(title));
        Section panel = new Section(heading, content);
        panel.addClassName("netloom-panel");
        return panel;
    }

    private static Place place(Run run) {
        return Place.run(run.workspace(), run.project(), run.id());
    }
}
