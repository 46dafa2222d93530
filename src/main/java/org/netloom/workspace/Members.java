package org.netloom.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.MemberStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a workspace, as what. Each change takes hold with the next thing that the member does. */
@Service
public class Members {

    private final Access access;
    private final MemberStore store;
    private final Turns turns;
    private final Chronicle chronicle;

    Members(Access access, MemberStore store, Turns turns, Chronicle chronicle) {
        this.access = access;
        this.store = store;
        this.turns = turns;
        this.chronicle = chronicle;
    }

    /** Lets somebody in who has an account already. */
    @Needs(Action.MANAGE)
    @Transactional
    public Result<Workspaces.Member> add(UUID workspace, String email, String role) {
        Person person = access.require(workspace, Action.MANAGE);
        String address = email.strip();
        return role(role)
                .then(sound -> account(address)
                        .map(found -> join(workspace, person, found, sound))
                        .orElseGet(() -> Result.refused(MemberProblems.noAccount(address))));
    }

    private Optional<Person> account(String address) {
        return AccountRules.isEmail(address) ? store.account(address) : Optional.empty();
    }

    private Result<Workspaces.Member> join(UUID workspace, Person person, Person found, Role role) {
        turns.in(workspace);
        access.require(workspace, Action.MANAGE);
        if (!store.add(workspace, found.account(), role)) {
            return Result.refused(MemberProblems.alreadyIn(found.name()));
        }
        note(Deed.MEMBER_JOINED, person, workspace, found.account(), found.name(), role.id());
        return Result.ok(member(workspace, found.account()));
    }

    @Needs(Action.MANAGE)
    @Transactional
    public Result<Workspaces.Member> changeRole(UUID workspace, UUID account, String role) {
        Person person = access.require(workspace, Action.MANAGE);
        return role(role).then(sound -> {
            turns.in(workspace);
            access.require(workspace, Action.MANAGE);
            Workspaces.Member member = member(workspace, account);
            if (member.role() == sound) {
                return Result.ok(member);
            }
            List<Problem> problems = sound == Role.OWNER ? List.of() : mustStayOwner(workspace, member);
            if (!problems.isEmpty()) {
                return Result.refused(problems);
            }
            store.change(workspace, account, sound);
            note(
                    Deed.ROLE_CHANGED,
                    person,
                    workspace,
                    account,
                    member.name(),
                    member.role().id() + " → " + sound.id());
            return Result.ok(member(workspace, account));
        });
    }

    /** Shows a member out. Everyone may leave, only owners send others away. */
    @Needs(Action.SEE)
    @Transactional
    public Result<Workspaces.Member> remove(UUID workspace, UUID account) {
        boolean leaves = access.require(workspace, Action.SEE).account().equals(account);
        Person person = leaves ? leaving(workspace) : access.require(workspace, Action.MANAGE);
        turns.in(workspace);
        access.require(workspace, leaves ? Action.SEE : Action.MANAGE);
        Workspaces.Member member = member(workspace, account);
        List<Problem> problems = mustStayOwner(workspace, member);
        if (!problems.isEmpty()) {
            return Result.refused(problems);
        }
        store.remove(workspace, account);
        note(
                Deed.MEMBER_REMOVED,
                person,
                workspace,
                account,
                member.name(),
                leaves ? "left" : member.role().id());
        return Result.ok(member);
    }

    /** Leaving is a change, which a token for reading may not make, although it takes no role. */
    private Person leaving(UUID workspace) {
        access.signedIn(true);
        return access.require(workspace, Action.SEE);
    }

    /** Asked while nobody else can change the members, so that two owners cannot both step back. */
    private List<Problem> mustStayOwner(UUID workspace, Workspaces.Member member) {
        if (store.isPersonalOf(workspace, member.account())) {
            return List.of(MemberProblems.personal(member.name()));
        }
        boolean last = member.role() == Role.OWNER && store.otherOwners(workspace, member.account()) == 0;
        return last ? List.of(MemberProblems.lastOwner(member.name())) : List.of();
    }

    private Workspaces.Member member(UUID workspace, UUID account) {
        return store.find(workspace, account).orElseThrow(AccessRefused::otherWorkspace);
    }

    private void note(Deed deed, Person who, UUID workspace, UUID account, String name, String detail) {
        chronicle.note(deed, who, Place.workspace(workspace), account, name, detail);
    }

    private static Result<Role> role(String id) {
        return Role.byId(id).map(Result::ok).orElseGet(() -> Result.refused(MemberProblems.noRole(id)));
    }
}
