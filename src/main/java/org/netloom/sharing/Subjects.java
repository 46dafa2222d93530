package org.netloom.sharing;

import java.util.UUID;
import org.netloom.editor.store.ProjectStore;
import org.netloom.sharing.store.SubjectStore;
import org.netloom.training.store.RunStore;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Place;
import org.netloom.workspace.Turns;
import org.springframework.stereotype.Component;

/** Where subjects are, and what they are called. */
@Component
class Subjects {

    private final ProjectStore projects;
    private final RunStore runs;
    private final SubjectStore names;
    private final Turns turns;

    Subjects(ProjectStore projects, RunStore runs, SubjectStore names, Turns turns) {
        this.projects = projects;
        this.runs = runs;
        this.names = names;
        this.turns = turns;
    }

    /** @throws AccessRefused where there is none, or it was put away */
    Place place(Subject subject) {
        return switch (subject.kind()) {
            case PROJECT -> projects.placeOf(subject.id()).orElseThrow(AccessRefused::otherWorkspace);
            case RUN -> runs.placeOf(subject.id()).orElseThrow(AccessRefused::otherWorkspace);
        };
    }

    /**
     * Where it is once those before have ended their transactions there; what they did meanwhile counts, so access is to be asked
     * after this.
     */
    Place inTurn(Subject subject) {
        UUID workspace = place(subject).workspace();
        turns.in(workspace);
        Place now = place(subject);
        if (!now.workspace().equals(workspace)) {
            throw AccessRefused.otherWorkspace();
        }
        return now;
    }

    String name(Subject subject) {
        return names.name(subject).orElseThrow(AccessRefused::otherWorkspace);
    }
}
