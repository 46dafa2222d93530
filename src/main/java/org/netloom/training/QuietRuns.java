package org.netloom.training;

import java.util.UUID;
import org.netloom.training.store.RunStore;
import org.netloom.workspace.WorkspaceCare;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Pauses what trains where nobody can see it any more, so that it can go on if the project or workspace is brought back. */
@Component
public class QuietRuns {

    private final RunStore store;

    QuietRuns(RunStore store) {
        this.store = store;
    }

    /** The runs of a project that is deleted. Takes part in the transaction that does it. */
    public void ofProject(UUID project) {
        store.pauseAllOfProject(project);
    }

    @EventListener
    void on(WorkspaceCare.WorkspaceDeleted event) {
        store.pauseAllOfWorkspace(event.workspace());
    }
}
