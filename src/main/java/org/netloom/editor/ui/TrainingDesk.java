package org.netloom.editor.ui;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import org.netloom.design.Result;
import org.netloom.editor.Project;
import org.netloom.editor.Projects;
import org.netloom.training.Run;
import org.netloom.training.Runs;

/** Starts trainings, and shows in the dock how they go. */
final class TrainingDesk implements Serializable {

    private final transient Projects projects;
    private final transient Runs runs;
    private final transient Workplace workplace;
    private final Dock dock;

    TrainingDesk(Projects projects, Runs runs, Workplace workplace, Dock dock) {
        this.projects = projects;
        this.runs = runs;
        this.workplace = workplace;
        this.dock = dock;
    }

    void train() {
        Result<UUID> queued = projects.train(workplace.project(), Map.of(), "");
        switch (queued) {
            case Result.Ok<UUID> ok -> {
                dock.follow(ok.value());
                dock.open(Dock.Page.CURVES);
            }
            case Result.Refused<UUID> refused -> {
                dock.open(Dock.Page.PROBLEMS);
                refused.problems().stream().findFirst().ifPresent(workplace::tell);
            }
        }
    }

    void followLatest(Project project) {
        runs.ofProject(project.workspace(), project.id()).stream()
                .findFirst()
                .map(Run::id)
                .ifPresent(dock::follow);
    }
}
