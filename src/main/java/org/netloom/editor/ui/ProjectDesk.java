package org.netloom.editor.ui;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Result;
import org.netloom.design.Value;
import org.netloom.editor.Editing;
import org.netloom.editor.Projects;

/** Carries out what people do with the project as a whole: take back, call by another name, plan. */
final class ProjectDesk implements Serializable {

    private final transient Projects projects;
    private final transient Editing editing;
    private final transient Workplace workplace;

    ProjectDesk(Projects projects, Editing editing, Workplace workplace) {
        this.projects = projects;
        this.editing = editing;
        this.workplace = workplace;
    }

    void undo() {
        done(editing.undo(workplace.project()));
    }

    void redo() {
        done(editing.redo(workplace.project()));
    }

    void rename(String name) {
        done(Optional.of(projects.rename(workplace.project(), name)));
    }

    void plan(String setting, @Nullable Value value) {
        done(Optional.of(projects.changePlan(workplace.project(), setting, value)));
    }

    /** Says so if it was refused, and shows how things are now in any case. */
    private void done(Optional<? extends Result<?>> result) {
        result.ifPresent(answer -> answer.problems().forEach(workplace::tell));
        workplace.reload();
    }
}
