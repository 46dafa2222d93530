package org.netloom.workspace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something is to be done: in a workspace, or at one project or run of it. Members may go everywhere in their workspace; a shared
 * link leads to one project or run only.
 */
public record Place(
        UUID workspace, @Nullable UUID project, @Nullable UUID run) {

    public static Place workspace(UUID workspace) {
        return new Place(workspace, null, null);
    }

    public static Place project(UUID workspace, UUID project) {
        return new Place(workspace, project, null);
    }

    public static Place run(UUID workspace, UUID project, UUID run) {
        return new Place(workspace, project, run);
    }
}
