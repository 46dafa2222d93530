package org.netloom.workspace;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.netloom.workspace.store.GuessStore;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Slows down guessing, for all web processes together. A try is counted before the password is looked at, so that many at once
 * count as many; it is taken back when the password was right. Accounts that do not exist are counted as those that do.
 */
final class SignInThrottle {

    private static final Duration FAMILIAR_FOR = Duration.ofDays(90);

    private final GuessStore store;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    SignInThrottle(GuessStore store, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether a password may be tried now. Only a try that is let through counts. */
    boolean mayTry(String email, String address) {
        String account = normal(email);
        String from = AddressBlock.of(address);
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean free = take(Bucket.PAIR, account + " " + from)
                    && take(Bucket.ADDRESS, from)
                    && (isFamiliar(account, from) || take(Bucket.ACCOUNT, account));
            if (!free) {
                status.setRollbackOnly();
            }
            return free;
        }));
    }

    /** The password that was tried was right. */
    void right(String email, String address) {
        String account = normal(email);
        String from = AddressBlock.of(address);
        transactions.executeWithoutResult(status -> {
            store.empty(key(Bucket.PAIR, account + " " + from));
            store.giveBack(key(Bucket.ADDRESS, from), Bucket.ADDRESS.each());
            if (!isFamiliar(account, from)) {
                store.giveBack(key(Bucket.ACCOUNT, account), Bucket.ACCOUNT.each());
            }
            store.familiar(Secrets.hash(account), from, clock.instant());
        });
    }

    /** Whether the secret of a link may be tried from this address. */
    boolean mayTryLink(String address) {
        return Boolean.TRUE.equals(transactions.execute(status -> take(Bucket.LINK, AddressBlock.of(address))));
    }

    void rightLink(String address) {
        store.giveBack(key(Bucket.LINK, AddressBlock.of(address)), Bucket.LINK.each());
    }

    /** Forgets what slows nobody down any more. */
    void sweep() {
        store.sweep(clock.instant(), clock.instant().minus(FAMILIAR_FOR));
    }

    private boolean take(Bucket bucket, String what) {
        return store.take(key(bucket, what), bucket.each(), bucket.brim(), clock.instant());
    }

    private boolean isFamiliar(String account, String address) {
        return store.isFamiliar(Secrets.hash(account), address, clock.instant().minus(FAMILIAR_FOR));
    }

    private static byte[] key(Bucket bucket, String what) {
        return Secrets.hash(bucket + " " + what);
    }

    private static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
