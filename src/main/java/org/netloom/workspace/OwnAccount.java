package org.netloom.workspace;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.AccountStore;
import org.netloom.workspace.store.IdentityStore;
import org.netloom.workspace.store.StoredAccount;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What people do with their own account. */
@Service
public class OwnAccount {

    private final AccountStore store;
    private final IdentityStore identities;
    private final Accounts accounts;
    private final Access access;
    private final SignInThrottle throttle;
    private final Chronicle chronicle;
    private final TransactionOperations transactions;

    OwnAccount(
            AccountStore store,
            IdentityStore identities,
            Accounts accounts,
            Access access,
            SignInThrottle throttle,
            Chronicle chronicle,
            TransactionOperations transactions) {
        this.store = store;
        this.identities = identities;
        this.accounts = accounts;
        this.access = access;
        this.throttle = throttle;
        this.chronicle = chronicle;
        this.transactions = transactions;
    }

    /** The account as an identity provider knows it. */
    public record Identity(
            String issuer, String subject, @Nullable String email) {}

    @Open(to = Open.To.SIGNED_IN, because = "everybody names themselves")
    public Result<Person> rename(String name) {
        Person person = access.signedIn(true);
        String wanted = name.strip();
        List<Problem> problems = AccountRules.nameProblem(wanted);
        if (!problems.isEmpty()) {
            return Result.refused(problems);
        }
        transactions.executeWithoutResult(status -> {
            store.rename(person.account(), wanted);
            chronicle.note(Deed.ACCOUNT_RENAMED, person.account(), person.name(), wanted, person.name());
        });
        return Result.ok(new Person(person.account(), person.email(), wanted, person.administrator()));
    }

    /** Whether there is a password that the person could change. */
    @Open(to = Open.To.SIGNED_IN, because = "it is about the own account")
    public boolean hasPassword() {
        return password(access.signedIn(false).account()) != null;
    }

    /**
     * Changes the password and ends every session, the caller's included: a browser that stays must be signed in anew. Who signs in
     * through an identity provider and has no password yet cannot make one here: a session left open must not be enough for that.
     *
     * @param address where the request comes from; guessing the old password is slowed down as at the door
     */
    @Open(to = Open.To.SIGNED_IN, because = "everybody changes their own, and must know the old one")
    public Result<Person> changePassword(String old, String wanted, String address) {
        Person person = access.signedIn(true);
        List<Problem> problems = AccountRules.passwordProblem(wanted);
        if (!problems.isEmpty()) {
            return Result.refused(problems);
        }
        if (!throttle.mayTry(person.email(), address)) {
            return Result.refused(tooMany());
        }
        if (!accounts.matches(old, password(person.account()))) {
            return Result.refused(wrong());
        }
        throttle.right(person.email(), address);
        String encoded = accounts.encode(wanted);
        transactions.executeWithoutResult(status -> {
            store.changePassword(person.account(), encoded);
            store.endSessions(person.account());
            chronicle.note(Deed.PASSWORD_CHANGED, person.account(), person.name(), person.email(), address);
        });
        return Result.ok(person);
    }

    /** Ends every session and forgets every remembered browser, this one included. Tokens stay; they are revoked one by one. */
    @Open(to = Open.To.SIGNED_IN, because = "everybody ends their own sessions")
    public void signOutEverywhere() {
        Person person = access.signedIn(true);
        transactions.executeWithoutResult(status -> {
            store.endSessions(person.account());
            chronicle.note(Deed.SIGNED_OUT_EVERYWHERE, person.account(), person.name(), person.email(), "");
        });
    }

    @Open(to = Open.To.SIGNED_IN, because = "everybody sees their own")
    public List<Identity> identities() {
        return identities.of(access.signedIn(false).account());
    }

    /** Takes one way in away; not the last one. */
    @Open(to = Open.To.SIGNED_IN, because = "everybody disconnects their own")
    public Result<Identity> disconnect(Identity identity) {
        Person person = access.signedIn(true);
        return transactions.execute(status -> {
            identities.hold(person.account());
            if (password(person.account()) == null
                    && identities.of(person.account()).size() < 2) {
                return Result.refused(lastWayIn());
            }
            if (!identities.remove(person.account(), identity.issuer(), identity.subject())) {
                throw AccessRefused.otherWorkspace();
            }
            chronicle.note(
                    Deed.IDENTITY_DISCONNECTED, person.account(), person.name(), person.email(), identity.issuer());
            return Result.ok(identity);
        });
    }

    private @Nullable String password(UUID account) {
        return store.byId(account).map(StoredAccount::password).orElse(null);
    }

    private static Problem wrong() {
        return Problem.error(
                        "password-wrong",
                        "The old password is wrong.",
                        "The password you sign in with now.",
                        "Type it again; an administrator can help who forgot it.")
                .of("old");
    }

    private static Problem tooMany() {
        return Problem.error(
                        "sign-in-wait",
                        "Too many wrong passwords for this account.",
                        "A pause of a minute after five wrong ones.",
                        "Wait a minute, then try again.")
                .of("old");
    }

    private static Problem lastWayIn() {
        return Problem.error(
                "last-way-in",
                "This is the only way into your account.",
                "Another identity, or a password.",
                "Connect another identity first.");
    }
}
