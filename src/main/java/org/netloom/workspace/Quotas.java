package org.netloom.workspace;

import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.QuotaStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What workspaces may use, and whether there is room for more. Whoever asks for room holds the workspace until their transaction
 * ends, so that two processes cannot both take the last place.
 */
@Service
public class Quotas {

    private final Access access;
    private final QuotaStore store;
    private final Turns turns;
    private final Chronicle chronicle;
    private final Quota usual;

    public Quotas(Access access, QuotaStore store, Turns turns, Chronicle chronicle, Quota usual) {
        this.access = access;
        this.store = store;
        this.turns = turns;
        this.chronicle = chronicle;
        this.usual = usual;
    }

    @Needs(Action.SEE)
    public Quota allowed(UUID workspace) {
        access.check(workspace, Action.SEE);
        return quota(workspace);
    }

    @Needs(Action.SEE)
    public Quota.Used used(UUID workspace) {
        access.check(workspace, Action.SEE);
        return store.used(workspace);
    }

    /** What keeps one more project from being made there; nothing while there is room. */
    @Needs(Action.EDIT)
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Problem> roomForProject(UUID workspace) {
        access.check(workspace, Action.EDIT);
        turns.in(workspace);
        access.check(workspace, Action.EDIT);
        int has = store.used(workspace).projects();
        return has < quota(workspace).projects() ? Optional.empty() : Optional.of(QuotaProblems.projects(has));
    }

    /** What keeps so many more bytes from being kept there. */
    @Needs(Action.EDIT)
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Problem> roomForBytes(UUID workspace, long more) {
        access.check(workspace, Action.EDIT);
        turns.in(workspace);
        long has = store.used(workspace).bytes();
        long most = quota(workspace).bytes();
        return more <= most - has ? Optional.empty() : Optional.of(QuotaProblems.bytes(has, most));
    }

    /**
     * What keeps one more run from being queued. Only here the stored bytes count: a training that has begun keeps its checkpoints
     * and its result, whatever they take.
     */
    @Needs(Action.TRAIN)
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Problem> roomForRun(UUID workspace) {
        access.check(workspace, Action.TRAIN);
        turns.in(workspace);
        access.check(workspace, Action.TRAIN);
        Quota.Used used = store.used(workspace);
        Quota quota = quota(workspace);
        if (used.waitingRuns() >= quota.waitingRuns()) {
            return Optional.of(QuotaProblems.waitingRuns(used.waitingRuns()));
        }
        return used.bytes() < quota.bytes()
                ? Optional.empty()
                : Optional.of(QuotaProblems.bytes(used.bytes(), quota.bytes()));
    }

    /** Gives one workspace other limits than all. */
    @Open(to = Open.To.ADMINISTRATORS, because = "what an installation can bear is decided by who looks after it")
    @Transactional
    public Result<Quota> exempt(UUID workspace, Quota.Exemption exemption) {
        Person person = access.administrator();
        if (!store.exists(workspace)) {
            throw AccessRefused.otherWorkspace();
        }
        if (QuotaProblems.isNegative(exemption)) {
            return Result.refused(QuotaProblems.negative());
        }
        store.exempt(workspace, exemption);
        Quota now = quota(workspace);
        chronicle.note(
                Deed.QUOTA_CHANGED,
                person,
                Place.workspace(workspace),
                workspace,
                "",
                now.waitingRuns() + " runs, " + now.bytes() + " bytes, " + now.parameters() + " parameters, "
                        + now.layers() + " layers, " + now.projects() + " projects");
        return Result.ok(now);
    }

    private Quota quota(UUID workspace) {
        return store.exemption(workspace).map(usual::with).orElse(usual);
    }
}
