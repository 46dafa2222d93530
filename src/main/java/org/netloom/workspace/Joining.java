package org.netloom.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.Invitations.Invitation;
import org.netloom.workspace.store.AccountStore;
import org.netloom.workspace.store.InvitationStore;
import org.netloom.workspace.store.WorkspaceStore;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Coming in by an invitation's link: with the account one is signed in with, or with a new one. */
@Service
public class Joining {

    private final InvitationStore invitations;
    private final AccountStore accountStore;
    private final WorkspaceStore workspaces;
    private final Accounts accounts;
    private final Access access;
    private final SignInThrottle throttle;
    private final Chronicle chronicle;
    private final TransactionOperations transactions;

    Joining(
            InvitationStore invitations,
            AccountStore accountStore,
            WorkspaceStore workspaces,
            Accounts accounts,
            Access access,
            SignInThrottle throttle,
            Chronicle chronicle,
            TransactionOperations transactions) {
        this.invitations = invitations;
        this.accountStore = accountStore;
        this.workspaces = workspaces;
        this.accounts = accounts;
        this.access = access;
        this.throttle = throttle;
        this.chronicle = chronicle;
        this.transactions = transactions;
    }

    /** What a link offers. Changes nothing, so that a program that previews links uses none up. */
    @Open(to = Open.To.EVERYONE, because = "whoever has the secret is the one who was invited")
    public Result<Invitation> look(String secret, String address) {
        if (!throttle.mayTryLink(address)) {
            return Result.refused(tooMany());
        }
        Optional<Invitation> found = invitations.find(Secrets.hash(secret));
        found.ifPresent(invitation -> throttle.rightLink(address));
        return found.map(Result::ok).orElseGet(() -> Result.refused(over()));
    }

    /** Joins with the account of whoever asks. */
    @Open(to = Open.To.SIGNED_IN, because = "whoever has the secret is the one who was invited")
    public Result<Invitation> join(String secret, String address) {
        Person person = access.signedIn(true);
        return look(secret, address)
                .then(invitation -> fits(invitation, person.email()))
                .then(invitation -> entered(invitation, person));
    }

    /** Makes an account and joins with it. The e-mail address may be fixed by the invitation. */
    @Open(to = Open.To.EVERYONE, because = "whoever has the secret is the one who was invited")
    public Result<Person> signUp(String secret, String email, String name, String password, String address) {
        return look(secret, address).then(invitation -> {
            String mine = invitation.email() == null ? email.strip() : invitation.email();
            List<Problem> problems = AccountRules.check(mine, name.strip(), password);
            if (!problems.isEmpty()) {
                return Result.refused(problems);
            }
            return make(invitation, mine, name.strip(), accounts.encode(password));
        });
    }

    /** Makes an account for somebody whose address an identity provider has verified, and joins with it. */
    Result<Person> signUp(UUID invitation, String email, String name) {
        return invitations
                .find(invitation)
                .map(Result::ok)
                .orElseGet(() -> Result.refused(over()))
                .then(found -> fits(found, email))
                .then(found -> make(found, email, name, null));
    }

    /** Joins with an account that an identity provider has just signed in; stays out where that is not possible. */
    void join(UUID invitation, Person person) {
        invitations
                .find(invitation)
                .map(Result::ok)
                .orElseGet(() -> Result.refused(over()))
                .then(found -> fits(found, person.email()))
                .then(found -> entered(found, person));
    }

    private Result<Invitation> entered(Invitation invitation, Person person) {
        try {
            return transactions.execute(status -> {
                Result<Invitation> joined = enter(invitation, person);
                if (!joined.isOk()) {
                    status.setRollbackOnly();
                }
                return joined;
            });
        } catch (DuplicateKeyException byAnotherWayAtTheSameTime) {
            return Result.refused(alreadyMember());
        }
    }

    private Result<Person> make(Invitation invitation, String email, String name, @Nullable String encoded) {
        try {
            return transactions.execute(status -> {
                Result<Person> made = accounts.make(email, name, encoded).then(person -> {
                    chronicle.note(Deed.ACCOUNT_MADE, person.account(), name, email, "");
                    return enter(invitation, person).map(joined -> person);
                });
                if (!made.isOk()) {
                    status.setRollbackOnly();
                }
                return made;
            });
        } catch (DuplicateKeyException sameAddressAtTheSameTime) {
            return Result.refused(Accounts.taken());
        }
    }

    private Result<Invitation> enter(Invitation invitation, Person person) {
        UUID workspace = invitation.workspace();
        Role role = invitation.role();
        if (workspace == null && access.current().isPresent()) {
            return Result.refused(hasAccount());
        }
        if (workspace != null
                && workspaces
                        .standing(Place.workspace(workspace), person.account())
                        .role()
                        .isPresent()) {
            return Result.refused(alreadyMember());
        }
        if (!invitations.use(invitation.id(), person.account())) {
            return Result.refused(over());
        }
        if (workspace != null && role != null) {
            accountStore.addMember(workspace, person.account(), role);
            workspaces.use(workspace, person.account());
            chronicle.note(
                    Deed.MEMBER_JOINED,
                    person,
                    Place.workspace(workspace),
                    person.account(),
                    person.name(),
                    role.name());
        }
        return Result.ok(invitation);
    }

    private static Result<Invitation> fits(Invitation invitation, String email) {
        String only = invitation.email();
        return only == null || only.equalsIgnoreCase(email) ? Result.ok(invitation) : Result.refused(forAnother());
    }

    private static Problem tooMany() {
        return Problem.error(
                "link-wait",
                "Too many links that lead nowhere were tried from here.",
                "A pause.",
                "Wait a minute, then open your link again.");
    }

    private static Problem over() {
        return Problem.error(
                "invitation-over",
                "This invitation is not valid.",
                "A link that is complete, not used, not revoked and not expired.",
                "Ask who invited you for a new one.");
    }

    private static Problem forAnother() {
        return Problem.error(
                "invitation-for-another",
                "This invitation is for another e-mail address than that of your account.",
                "The account that it was made for.",
                "Sign in with that account, or ask for an invitation for this one.");
    }

    private static Problem hasAccount() {
        return Problem.error(
                "already-account",
                "You have an account already, and this invitation gives one and nothing else.",
                "Somebody without an account; it stays unused.",
                "Go on with yours.");
    }

    private static Problem alreadyMember() {
        return Problem.error(
                "already-member",
                "You are a member of this workspace already.",
                "An invitation adds who is not yet a member; it stays unused.",
                "Open the workspace; an owner can change your role.");
    }
}
