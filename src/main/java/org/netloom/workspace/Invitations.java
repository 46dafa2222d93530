package org.netloom.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.InvitationStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Links that let people in, once each: to a workspace in a role, or just to an account. Their secret is shown once. */
@Service
public class Invitations {

    public static final int DEFAULT_DAYS = 7;
    public static final int LONGEST_DAYS = 90;

    /** Invitations that can be used, of one workspace or of the installation. */
    static final int MOST_OPEN = 300;

    private final InvitationStore store;
    private final Access access;
    private final Turns turns;
    private final Chronicle chronicle;
    private final TransactionOperations transactions;

    Invitations(
            InvitationStore store,
            Access access,
            Turns turns,
            Chronicle chronicle,
            TransactionOperations transactions) {
        this.store = store;
        this.access = access;
        this.turns = turns;
        this.chronicle = chronicle;
        this.transactions = transactions;
    }

    /**
     * One that can be used.
     *
     * @param workspace null: it makes an account only; then there is no role either
     * @param email the only address it is for; null: whoever has the link
     * @param inviter the name of who made it
     */
    public record Invitation(
            UUID id,
            @Nullable UUID workspace,
            @Nullable String workspaceName,
            @Nullable Role role,
            @Nullable String email,
            String inviter,
            Instant createdAt,
            Instant expiresAt) {}

    /** A new invitation; the secret of its link {@code /join/{secret}} is readable this one time only. */
    public record Made(Invitation invitation, String secret) {}

    /** Invites to a workspace. The link is worth something only as long as whoever made it is an owner there. */
    @Needs(Action.MANAGE)
    public Result<Made> invite(UUID workspace, Role role, @Nullable String email, int days) {
        return make(access.require(workspace, Action.MANAGE), workspace, role, email, days);
    }

    /** Invites to this installation, without a workspace. */
    @Open(to = Open.To.ADMINISTRATORS, because = "it belongs to no workspace")
    public Result<Made> inviteToInstallation(@Nullable String email, int days) {
        return make(access.administrator(), null, null, email, days);
    }

    /** Those to a workspace that can be used, the newest first. */
    @Needs(Action.MANAGE)
    public List<Invitation> open(UUID workspace) {
        access.require(workspace, Action.MANAGE);
        return store.open(workspace);
    }

    @Open(to = Open.To.ADMINISTRATORS, because = "they belong to no workspace")
    public List<Invitation> openToInstallation() {
        access.administrator();
        return store.open(null);
    }

    @Needs(Action.MANAGE)
    public void revoke(UUID workspace, UUID id) {
        revoke(access.require(workspace, Action.MANAGE), workspace, id);
    }

    @Open(to = Open.To.ADMINISTRATORS, because = "it belongs to no workspace")
    public void revokeToInstallation(UUID id) {
        revoke(access.administrator(), null, id);
    }

    private Result<Made> make(
            Person person, @Nullable UUID workspace, @Nullable Role role, @Nullable String email, int days) {
        String only = email == null || email.isBlank() ? null : email.strip();
        if (only != null && !AccountRules.isEmail(only)) {
            return Result.refused(AccountRules.emailProblem(only));
        }
        if (days < 1 || days > LONGEST_DAYS) {
            return Result.refused(badExpiry(days));
        }
        return transactions.execute(status -> {
            if (workspace == null) {
                turns.ofInvitations();
                access.administrator();
            } else {
                turns.in(workspace);
                access.require(workspace, Action.MANAGE);
            }
            if (store.open(workspace).size() >= MOST_OPEN) {
                return Result.refused(tooMany());
            }
            UUID id = UUID.randomUUID();
            String secret = Secrets.next();
            Instant expires = Instant.now().plus(Duration.ofDays(days));
            store.add(id, workspace, role, only, Secrets.hash(secret), person.account(), expires);
            note(Deed.INVITED, person, workspace, id, only == null ? "" : only, role == null ? "" : role.name());
            return Result.ok(new Made(store.find(id).orElseThrow(), secret));
        });
    }

    private void revoke(Person person, @Nullable UUID workspace, UUID id) {
        transactions.executeWithoutResult(status -> {
            if (!store.revoke(workspace, id)) {
                throw AccessRefused.otherWorkspace();
            }
            note(Deed.INVITATION_REVOKED, person, workspace, id, "", "");
        });
    }

    private void note(Deed deed, Person who, @Nullable UUID workspace, UUID id, String subject, String detail) {
        if (workspace == null) {
            chronicle.note(deed, who.account(), who.name(), subject, detail);
        } else {
            chronicle.note(deed, who, Place.workspace(workspace), id, subject, detail);
        }
    }

    private static Problem tooMany() {
        return Problem.error(
                "too-many-invitations",
                "There are " + MOST_OPEN + " invitations already that nobody has used.",
                "That many at most at a time.",
                "Revoke those that are not needed any more.");
    }

    private static Problem badExpiry(int days) {
        return Problem.error(
                        "bad-expiry",
                        "An invitation cannot last " + days + " days.",
                        "From 1 to " + LONGEST_DAYS + " days.",
                        "Leave it out for " + DEFAULT_DAYS + " days.")
                .of("expiresInDays");
    }
}
