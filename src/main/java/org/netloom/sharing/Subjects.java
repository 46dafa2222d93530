package org.netloom.sharing;

import org.netloom.editor.store.ProjectStore;
import org.netloom.sharing.store.SubjectStore;
import org.netloom.training.store.RunStore;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Place;
import org.springframework.stereotype.Component;

/** Where subjects are, and what they are called. */
@Component
class Subjects {

    private final ProjectStore projects;
    private final RunStore runs;
    private final SubjectStore names;

    Subjects(ProjectStore projects, RunStore runs, SubjectStore names) {
        this.projects = projects;
        this.runs = runs;
        this.names = names;
    }

    /** @throws AccessRefused where there is none, or it was put away */
    Place place(Subject subject) {
        return switch (subject.kind()) {
            case PROJECT -> projects.placeOf(subject.id()).orElseThrow(AccessRefused::otherWorkspace);
            case RUN -> runs.placeOf(subject.id()).orElseThrow(AccessRefused::otherWorkspace);
        };
    }

    String name(Subject subject) {
        return names.name(subject).orElseThrow(AccessRefused::otherWorkspace);
    }
}
