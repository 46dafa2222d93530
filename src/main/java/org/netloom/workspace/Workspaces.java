package org.netloom.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.WorkspaceStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Workspaces: making, naming and finding them, and who is in them. */
@Service
public class Workspaces {

    static final String PERSONAL_NAME = "My workspace";

    private final Access access;
    private final WorkspaceStore store;
    private final Chronicle chronicle;
    private final int mostOwned;

    Workspaces(
            Access access,
            WorkspaceStore store,
            Chronicle chronicle,
            @Value("${netloom.workspaces.limit:50}") int mostOwned) {
        this.access = access;
        this.store = store;
        this.chronicle = chronicle;
        this.mostOwned = mostOwned;
    }

    /**
     * A workspace as one person sees it.
     *
     * @param personal whether it was made for this person
     * @param archived whether it is to be read only
     */
    public record Workspace(UUID id, String name, Role role, boolean personal, boolean archived) {}

    public record Member(UUID account, String email, String name, Role role) {}

    /**
     * A workspace that can still be brought back.
     *
     * @param gone when it will be removed for good
     */
    public record Deleted(UUID id, String name, Instant deletedAt, Instant gone) {}

    /** The workspaces of whoever asks, their own first. */
    @Open(to = Open.To.SIGNED_IN, because = "it lists only what the person is a member of")
    public List<Workspace> mine() {
        return store.of(access.signedIn(false).account());
    }

    /** Where whoever asks was last; at first their own, which is made for those who have none yet. */
    @Open(to = Open.To.SIGNED_IN, because = "it gives only what the person is a member of")
    @Transactional
    public Workspace current() {
        Person person = access.signedIn(false);
        List<Workspace> mine = store.of(person.account());
        return store.lastUsed(person.account()).stream()
                .flatMap(last -> mine.stream().filter(each -> each.id().equals(last)))
                .findFirst()
                .or(() -> mine.stream().findFirst())
                .orElseGet(() -> personal(person));
    }

    private Workspace personal(Person person) {
        store.holdAccount(person.account());
        Optional<Workspace> meanwhile = store.of(person.account()).stream().findFirst();
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        UUID id = UUID.randomUUID();
        store.addPersonal(id, PERSONAL_NAME, person.account());
        return get(id);
    }

    @Needs(Action.SEE)
    public Workspace get(UUID workspace) {
        Person person = access.require(workspace, Action.SEE);
        return store.of(person.account()).stream()
                .filter(each -> each.id().equals(workspace))
                .findFirst()
                .orElseThrow(AccessRefused::otherWorkspace);
    }

    /** A new workspace that belongs to whoever asks. */
    @Open(to = Open.To.SIGNED_IN, because = "everybody may make some of their own")
    @Transactional
    public Result<Workspace> make(String name) {
        Person person = access.signedIn(true);
        return WorkspaceName.sound(name).then(sound -> {
            store.holdAccount(person.account());
            int owned = store.owned(person.account());
            if (owned >= mostOwned) {
                return Result.refused(tooMany(owned));
            }
            UUID id = UUID.randomUUID();
            store.add(id, sound, person.account());
            chronicle.note(Deed.WORKSPACE_MADE, person, Place.workspace(id), id, sound, "");
            return Result.ok(get(id));
        });
    }

    @Needs(Action.MANAGE)
    @Transactional
    public Result<Workspace> rename(UUID workspace, String name) {
        Person person = access.require(workspace, Action.MANAGE);
        return WorkspaceName.sound(name).map(sound -> {
            String before = get(workspace).name();
            if (!sound.equals(before)) {
                store.rename(workspace, sound);
                chronicle.note(
                        Deed.WORKSPACE_RENAMED, person, Place.workspace(workspace), workspace, sound, "was " + before);
            }
            return get(workspace);
        });
    }

    /** Makes this the workspace that {@link #current} answers. */
    @Needs(Action.SEE)
    public void enter(UUID workspace) {
        access.check(workspace, Action.SEE);
        store.use(workspace, access.signedIn(true).account());
    }

    @Needs(Action.SEE)
    public List<Member> members(UUID workspace) {
        access.require(workspace, Action.SEE);
        return store.members(workspace);
    }

    private static Problem tooMany(int owned) {
        return Problem.error(
                "too-many-workspaces",
                "You own " + owned + " workspaces already, those that are deleted but can be brought back included.",
                "Everyone may own that many.",
                "Delete one that is no longer needed and wait until it is gone, or hand one over to somebody else.");
    }
}
