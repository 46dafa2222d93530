package org.netloom.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Optional;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.editor.Project;
import org.netloom.editor.ui.DockPage;
import org.netloom.editor.ui.WorkshopAddition;
import org.netloom.sharing.Subject;
import org.netloom.workspace.Place;

/** Sharing, comments, notes and tags in the workshop of a project. */
@org.springframework.stereotype.Component
class ProjectPages implements WorkshopAddition {

    private final Talk talk;

    ProjectPages(Talk talk) {
        this.talk = talk;
    }

    @Override
    public List<Component> bar(Project project) {
        return List.of(new ShareButton(talk, Subject.project(project.id()), place(project)));
    }

    @Override
    public List<DockPage> pages(Project project, SerializableConsumer<String> goTo) {
        return List.of(new Said(talk, project, goTo), new Noted(talk, project));
    }

    private static Place place(Project project) {
        return Place.project(project.workspace(), project.id());
    }

    /** The page of the dock with what was said. */
    private static final class Said extends DockPage {

        private final CommentsPanel comments;

        Said(Talk talk, Project project, SerializableConsumer<String> goTo) {
            addClassName("netloom-dock-comments");
            comments = new CommentsPanel(talk, Subject.project(project.id()), place(project), goTo) {
                @Override
                protected void counted(long open) {
                    name(Said.this.getTranslation("sharing.comments") + (open == 0 ? "" : " (" + open + ")"));
                }
            };
            add(comments);
        }

        @Override
        protected void offered(UI page) {
            comments.follow(page);
        }

        @Override
        protected void withdrawn() {
            comments.leave();
        }

        @Override
        public void show(Design design, List<String> selected) {
            Optional<Layer> one = selected.size() == 1
                    ? Optional.ofNullable(design.layers().get(selected.getFirst()))
                    : Optional.empty();
            comments.about(one.map(Layer::id), one.map(Layer::name).orElse(""));
        }

        @Override
        public boolean isMeantBy(Location address) {
            return CommentsPanel.isMeantBy(address);
        }
    }

    /** The page of the dock with tags and notes. */
    private static final class Noted extends DockPage {

        Noted(Talk talk, Project project) {
            name(getTranslation("sharing.notes"));
            add(new NotesPanel(talk, Subject.project(project.id()), place(project)));
        }

        @Override
        public void show(Design design, List<String> selected) {
            // Notes are about the whole.
        }
    }
}
