package org.netloom.workspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.AccountStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What administrators do with the accounts of this installation. There is always one who can. */
@Service
public class AccountDesk {

    private final AccountStore store;
    private final Access access;
    private final Chronicle chronicle;
    private final TransactionOperations transactions;

    AccountDesk(AccountStore store, Access access, Chronicle chronicle, TransactionOperations transactions) {
        this.store = store;
        this.access = access;
        this.chronicle = chronicle;
        this.transactions = transactions;
    }

    /** @param seenAt when it last signed in; null: never */
    public record Account(
            UUID id,
            String email,
            String name,
            boolean administrator,
            boolean disabled,
            Instant createdAt,
            @Nullable Instant seenAt) {}

    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    public List<Account> all() {
        access.administrator();
        return store.all();
    }

    /** Ends the sessions of an account at once and lets nobody in with it; its tokens are worth nothing meanwhile. */
    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    public Result<Account> disable(UUID id) {
        return change(id, Deed.ACCOUNT_DISABLED, account -> {
            store.disable(id, true);
            store.endSessions(id);
        });
    }

    /** Lets the account in again. Sessions that were ended stay ended; tokens that are neither revoked nor over work again. */
    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    public Result<Account> enable(UUID id) {
        return change(id, Deed.ACCOUNT_ENABLED, account -> store.disable(id, false));
    }

    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    public Result<Account> makeAdministrator(UUID id) {
        return change(id, Deed.ADMINISTRATOR_MADE, account -> store.administrator(id, true));
    }

    @Open(to = Open.To.ADMINISTRATORS, because = "accounts belong to the installation")
    public Result<Account> unmakeAdministrator(UUID id) {
        return change(id, Deed.ADMINISTRATOR_UNMADE, account -> store.administrator(id, false));
    }

    @FunctionalInterface
    private interface Change {
        void to(Account account);
    }

    private Result<Account> change(UUID id, Deed deed, Change change) {
        Person person = access.administrator();
        return transactions.execute(status -> {
            store.holdAdministrators();
            // Asked again now that nobody else can change it: two administrators may take it from each other at the
            // same time.
            access.administrator();
            Account account = store.find(id).orElseThrow(AccessRefused::otherWorkspace);
            change.to(account);
            if (store.administrators() == 0) {
                status.setRollbackOnly();
                return Result.refused(lastAdministrator());
            }
            chronicle.note(deed, person.account(), person.name(), account.email(), account.name());
            return Result.ok(store.find(id).orElseThrow());
        });
    }

    private static Problem lastAdministrator() {
        return Problem.error(
                "last-administrator",
                "This is the last administrator.",
                "Somebody must be able to look after this installation.",
                "Make somebody else an administrator first.");
    }
}
