package org.netloom.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.AccountStore;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Makes accounts. */
@Service
public class Accounts {

    static final String FIRST_WORKSPACE = "My workspace";

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final TransactionOperations transactions;
    private final AtomicBoolean someExist = new AtomicBoolean();

    Accounts(AccountStore store, PasswordEncoder passwords, TransactionOperations transactions) {
        this.store = store;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    /** Whether this is a fresh installation that waits for its first account. */
    @Open(to = Open.To.EVERYONE, because = "it tells only whether the installation is fresh")
    public boolean none() {
        if (someExist.get()) {
            return false;
        }
        boolean empty = store.isEmpty();
        someExist.set(!empty);
        return empty;
    }

    /** Makes the first account, owner of the first workspace; refused when any account exists. */
    @Open(to = Open.To.EVERYONE, because = "it is refused once there is an account")
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
        UUID account = UUID.randomUUID();
        UUID workspace = UUID.randomUUID();
        store.addAccount(account, email, name, encoded, true);
        store.addPersonalWorkspace(workspace, FIRST_WORKSPACE, account);
        store.addMember(workspace, account, Role.OWNER);
        return Result.ok(new Person(account, email, name, true));
    }

    /** How Spring Security should see an account, if it exists. */
    Optional<SignedIn> signIn(String email) {
        return store.byEmail(email)
                .map(found -> SignedIn.inBrowser(found.id(), found.email(), found.epoch(), found.password()));
    }

    private static Problem alreadyThere() {
        return Problem.error(
                "first-account-exists",
                "The first account already exists.",
                "It can be made only once, on a fresh installation.",
                "Sign in with it.");
    }
}
