package org.netloom.shell;

import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.UUID;
import org.netloom.editor.Projects;
import org.netloom.training.Runs;
import org.netloom.workspace.Access;
import org.netloom.workspace.AccessRefused;
import org.netloom.workspace.Action;
import org.springframework.stereotype.Component;

/** In which workspace that is what an address leads to; in none, where the person may not go. */
@Component
class Whereabouts {

    private final Access access;
    private final Projects projects;
    private final Runs runs;

    Whereabouts(Access access, Projects projects, Runs runs) {
        this.access = access;
        this.projects = projects;
        this.runs = runs;
    }

    Optional<UUID> of(RouteParameters address) {
        try {
            return address.get("workspace")
                    .map(UUID::fromString)
                    .or(() -> address.get("project")
                            .map(id -> projects.get(UUID.fromString(id)).workspace()))
                    .or(() -> address.get("run")
                            .map(id -> runs.get(UUID.fromString(id)).workspace()))
                    .filter(workspace -> access.allows(workspace, Action.SEE));
        } catch (IllegalArgumentException | AccessRefused elsewhere) {
            return Optional.empty();
        }
    }
}
