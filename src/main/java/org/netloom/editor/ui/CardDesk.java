package org.netloom.editor.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.netloom.design.Result;
import org.netloom.editor.Project;
import org.netloom.editor.ProjectCare;
import org.netloom.editor.ProjectMoving;
import org.netloom.editor.Projects;
import org.netloom.workspace.Access;
import org.netloom.workspace.Action;
import org.netloom.workspace.Role;
import org.netloom.workspace.Workspaces;
import org.netloom.workspace.ui.Notices;

/** Carries out what people do with the cards of projects, and offers to take it back. */
final class CardDesk implements ProjectCard.Gestures {

    private final transient Projects projects;
    private final transient ProjectCare care;
    private final transient ProjectMoving moving;
    private final transient Workspaces workspaces;
    private final transient Access access;
    private final Command look;

    /** @param look shows how things are now */
    CardDesk(
            Projects projects,
            ProjectCare care,
            ProjectMoving moving,
            Workspaces workspaces,
            Access access,
            Command look) {
        this.projects = projects;
        this.care = care;
        this.moving = moving;
        this.workspaces = workspaces;
        this.access = access;
        this.look = look;
    }

    @Override
    public void rename(Project project, String name) {
        if (projects.rename(project.id(), name) instanceof Result.Refused<Project> refused) {
            Notices.refused(refused.problems());
        }
        look.execute();
    }

    @Override
    public boolean mayMove(Project project) {
        return access.allows(project.workspace(), Action.TAKE_AWAY);
    }

    @Override
    public void move(Project project, MoveDialog.Kind kind) {
        List<Workspaces.Workspace> targets = workspaces.mine().stream()
                .filter(each -> !each.archived() && each.role().atLeast(Role.EDITOR))
                .filter(each -> kind == MoveDialog.Kind.COPY || !each.id().equals(project.workspace()))
                .sorted(Comparator.comparing(each -> !each.id().equals(project.workspace())))
                .toList();
        new MoveDialog(kind, project.name(), targets, target -> moved(project, kind, target)).open();
    }

    private void moved(Project project, MoveDialog.Kind kind, Workspaces.Workspace target) {
        Result<Project> done = switch (kind) {
            case MOVE -> moving.move(project.id(), target.id());
            case COPY -> moving.copy(project.id(), target.id());
        };
        look.execute();
        if (!done.isOk()) {
            Notices.refused(done.problems());
            return;
        }
        UUID made = done.get().id();
        switch (kind) {
            case MOVE -> {
                String what = text("home.moved", project.name(), target.name());
                if (access.allows(target.id(), Action.TAKE_AWAY)) {
                    Notices.done(what, text("home.undo"), () -> back(moving.move(made, project.workspace())));
                } else {
                    Notices.done(what);
                }
            }
            case COPY ->
                Notices.done(text("home.copied", project.name(), target.name()), text("home.undo"), () -> {
                    care.delete(made);
                    look.execute();
                });
        }
    }

    private void back(Result<Project> result) {
        if (!result.isOk()) {
            Notices.refused(result.problems());
        }
        look.execute();
    }

    @Override
    public void archive(Project project) {
        if (care.archive(project.id()) instanceof Result.Refused<Project> refused) {
            Notices.refused(refused.problems());
            return;
        }
        look.execute();
        Notices.done(text("home.archived", project.name()), text("home.undo"), () -> {
            care.unarchive(project.id());
            look.execute();
        });
    }

    @Override
    public void delete(Project project) {
        care.delete(project.id());
        look.execute();
        Notices.done(text("home.deleted", project.name()), text("home.undo"), () -> {
            care.restore(project.id());
            look.execute();
        });
    }

    private static String text(String key, Object... with) {
        return UI.getCurrent().getTranslation(key, with);
    }
}
