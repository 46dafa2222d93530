package org.netloom.workspace;

import java.util.List;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.PutAwayStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts workspaces away and brings them back. */
@Service
public class WorkspaceCare {

    private final Access access;
    private final Workspaces workspaces;
    private final PutAwayStore store;
    private final Turns turns;
    private final Chronicle chronicle;
    private final ApplicationEventPublisher events;

    WorkspaceCare(
            Access access,
            Workspaces workspaces,
            PutAwayStore store,
            Turns turns,
            Chronicle chronicle,
            ApplicationEventPublisher events) {
        this.access = access;
        this.workspaces = workspaces;
        this.store = store;
        this.turns = turns;
        this.chronicle = chronicle;
        this.events = events;
    }

    /** A workspace was deleted; it can still be restored. Told within the transaction that does it. */
    public record WorkspaceDeleted(UUID workspace) {}

    /** From now on it can be looked at only. */
    @Needs(Action.MANAGE)
    @Transactional
    public Result<Workspaces.Workspace> archive(UUID workspace) {
        Person person = access.require(workspace, Action.MANAGE);
        turns.in(workspace);
        if (store.isPersonal(workspace)) {
            return Result.refused(personal("archived"));
        }
        int atWork = store.runsAtWork(workspace);
        if (atWork > 0) {
            return Result.refused(runsAtWork(atWork, "A workspace"));
        }
        if (store.archive(workspace, true)) {
            note(Deed.WORKSPACE_ARCHIVED, person, workspace);
        }
        return Result.ok(workspaces.get(workspace));
    }

    @Needs(Action.MANAGE)
    @Transactional
    public Result<Workspaces.Workspace> unarchive(UUID workspace) {
        Person person = access.require(workspace, Action.MANAGE);
        if (store.archive(workspace, false)) {
            note(Deed.WORKSPACE_UNARCHIVED, person, workspace);
        }
        return Result.ok(workspaces.get(workspace));
    }

    /** From now on it exists for nobody, until an owner brings it back; after a while it is removed for good. */
    @Needs(Action.MANAGE)
    @Transactional
    public Result<Workspaces.Workspace> delete(UUID workspace) {
        Person person = access.require(workspace, Action.MANAGE);
        Workspaces.Workspace before = workspaces.get(workspace);
        if (store.isPersonal(workspace)) {
            return Result.refused(personal("deleted"));
        }
        turns.in(workspace);
        if (store.delete(workspace, true)) {
            events.publishEvent(new WorkspaceDeleted(workspace));
            note(Deed.WORKSPACE_DELETED, person, workspace);
        }
        return Result.ok(before);
    }

    /** What whoever asks owns, was deleted, and can still be brought back; the last deleted first. */
    @Open(to = Open.To.SIGNED_IN, because = "it lists only what the person owns")
    public List<Workspaces.Deleted> deleted() {
        return store.deleted(access.signedIn(false).account());
    }

    /** Brings a deleted workspace back as it was. {@link Access} knows it no more, so ownership is asked for here. */
    @Needs(Action.MANAGE)
    @Transactional
    public Workspaces.Workspace restore(UUID workspace) {
        Person person = access.signedIn(true);
        if (store.isDeletedOf(workspace, person.account())) {
            store.delete(workspace, false);
            note(Deed.WORKSPACE_RESTORED, person, workspace);
        }
        access.require(workspace, Action.MANAGE);
        return workspaces.get(workspace);
    }

    private void note(Deed deed, Person who, UUID workspace) {
        chronicle.note(deed, who, Place.workspace(workspace), workspace, store.name(workspace), "");
    }

    private static Problem personal(String what) {
        return Problem.error(
                "personal-workspace",
                "A personal workspace cannot be " + what + ".",
                "Everyone keeps the one that was made for them.",
                "Archive or delete its projects instead.");
    }

    /** What is to be left alone must be at rest first. */
    public static Problem runsAtWork(int runs, String what) {
        return Problem.error(
                "runs-at-work",
                runs + (runs == 1 ? " run is" : " runs are") + " waiting or being trained.",
                what + " is archived or moved only when nothing in it is changing.",
                "Wait until they are done, or stop or pause them.");
    }
}
