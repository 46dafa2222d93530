package org.netloom.workspace;

import java.util.List;
import java.util.UUID;
import org.netloom.workspace.store.WorkspaceStore;
import org.springframework.stereotype.Service;

/** Workspaces and who is in them. */
@Service
public class Workspaces {

    private final Access access;
    private final WorkspaceStore store;

    Workspaces(Access access, WorkspaceStore store) {
        this.access = access;
        this.store = store;
    }

    /** A workspace as one person sees it. */
    public record Workspace(UUID id, String name, Role role) {}

    public record Member(UUID account, String email, String name, Role role) {}

    /** The workspaces of whoever asks. */
    public List<Workspace> mine() {
        Person person = access.current().orElseThrow(AccessRefused::notSignedIn);
        return List.of(new Workspace(person.workspace(), store.name(person.workspace()), person.role()));
    }

    public List<Member> members(UUID workspace) {
        access.require(workspace, Role.VIEWER);
        return store.members(workspace);
    }
}
