package org.netloom.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.AccountStore;
import org.netloom.workspace.store.StoredAccount;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Makes accounts. */
@Service
public class Accounts {

    static final String FIRST_WORKSPACE = "My workspace";
    private static final int LONGEST_NAME_IN_WORKSPACE = 60;

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final TransactionOperations transactions;
    private final AtomicBoolean someExist = new AtomicBoolean();
    private final String nobodysPassword;

    Accounts(AccountStore store, PasswordEncoder passwords, TransactionOperations transactions) {
        this.store = store;
        this.passwords = passwords;
        this.transactions = transactions;
        this.nobodysPassword = passwords.encode(Secrets.next());
    }

    /** Whether this is a fresh installation that waits for its first account. */
    @Open(to = Open.To.EVERYONE, because = "the first page of a fresh installation must know where to lead")
    public boolean none() {
        if (someExist.get()) {
            return false;
        }
        boolean empty = store.isEmpty();
        someExist.set(!empty);
        return empty;
    }

    /** Makes the first account, owner of the first workspace; refused when any account exists. */
    @Open(to = Open.To.EVERYONE, because = "a fresh installation has nobody to ask; refused once an account exists")
    public Result<Person> createFirst(String email, String name, String password) {
        String address = email.strip();
        List<Problem> problems = AccountRules.check(address, name.strip(), password);
        if (!problems.isEmpty()) {
            return Result.refused(problems);
        }
        if (!none()) {
            return Result.refused(alreadyThere());
        }
        String encoded = passwords.encode(password);
        return transactions.execute(status -> insertFirst(address, name.strip(), encoded));
    }

    private Result<Person> insertFirst(String email, String name, String encoded) {
        store.queueForFirstAccount();
        if (!store.isEmpty()) {
            return Result.refused(alreadyThere());
        }
        return Result.ok(insert(email, name, encoded, true, FIRST_WORKSPACE));
    }

    /**
     * An account with a workspace of its own, in the caller's transaction.
     *
     * @param encoded the password, from {@link #encode}; null for who signs in through an identity provider
     */
    Result<Person> make(String email, String name, @Nullable String encoded) {
        if (store.isTaken(email)) {
            return Result.refused(taken());
        }
        String mine = name.length() <= LONGEST_NAME_IN_WORKSPACE ? name : name.substring(0, LONGEST_NAME_IN_WORKSPACE);
        return Result.ok(insert(email, name, encoded, false, mine + "’s workspace"));
    }

    /** Takes a while, on purpose: not to be called within a transaction. */
    String encode(String password) {
        return passwords.encode(password);
    }

    boolean matches(String password, @Nullable String encoded) {
        return encoded != null && passwords.matches(password, encoded);
    }

    private Person insert(
            String email, String name, @Nullable String encoded, boolean administrator, String workspaceName) {
        UUID account = UUID.randomUUID();
        UUID workspace = UUID.randomUUID();
        store.addAccount(account, email, name, encoded, administrator);
        store.addPersonalWorkspace(workspace, workspaceName, account);
        store.addMember(workspace, account, Role.OWNER);
        return new Person(account, email, name, administrator);
    }

    /** How Spring Security should see an account, if it exists. One without a password gets one that nobody knows. */
    Optional<SignedIn> signIn(String email) {
        return AccountRules.isEmail(email) ? store.byEmail(email).map(this::signedIn) : Optional.empty();
    }

    Optional<SignedIn> signIn(UUID account) {
        return store.byId(account).map(this::signedIn);
    }

    private SignedIn signedIn(StoredAccount found) {
        String password = found.password() == null ? nobodysPassword : found.password();
        return SignedIn.inBrowser(found.id(), found.email(), found.epoch(), password);
    }

    private static Problem alreadyThere() {
        return Problem.error(
                "first-account-exists",
                "The first account already exists.",
                "It can be made only once, on a fresh installation.",
                "Sign in with it.");
    }

    static Problem taken() {
        return Problem.error(
                        "email-taken",
                        "An account with this e-mail address cannot be made.",
                        "Each address has one account.",
                        "If it is yours, sign in with it, then open the link again.")
                .of("email");
    }
}
