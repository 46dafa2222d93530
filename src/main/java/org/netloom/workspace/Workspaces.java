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

    /**
     * A workspace as one person sees it.
     *
     * @param personal whether it was made for this person
     * @param archived whether it is to be read only
     */
    public record Workspace(UUID id, String name, Role role, boolean personal, boolean archived) {}

    public record Member(UUID account, String email, String name, Role role) {}

    /** The workspaces of whoever asks, their own first. */
    @Open(to = Open.To.SIGNED_IN, because = "it lists only what the person is a member of")
    public List<Workspace> mine() {
        return store.of(access.signedIn(false).account());
    }

    /** Where whoever asks was last; at first their own. */
    @Open(to = Open.To.SIGNED_IN, because = "it gives only what the person is a member of")
    public Workspace current() {
        Person person = access.signedIn(false);
        List<Workspace> mine = store.of(person.account());
        return store.lastUsed(person.account()).stream()
                .flatMap(last -> mine.stream().filter(each -> each.id().equals(last)))
                .findFirst()
                .or(() -> mine.stream().findFirst())
                .orElseThrow(AccessRefused::otherWorkspace);
    }

    /** Makes this the workspace that {@link #current} answers. */
    @Needs(Action.SEE)
    public void enter(UUID workspace) {
        store.use(workspace, access.require(workspace, Action.SEE).account());
    }

    @Needs(Action.SEE)
    public List<Member> members(UUID workspace) {
        access.require(workspace, Action.SEE);
        return store.members(workspace);
    }
}
