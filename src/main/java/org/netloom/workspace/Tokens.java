package org.netloom.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netloom.design.CleanName;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.workspace.store.TokenStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * API tokens: long random words that speak for an account. Only their hash is kept. They end by their expiry or by being revoked,
 * not with the browser's sessions; those of a disabled account are worth nothing while it is disabled.
 */
@Service
public class Tokens {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_DAYS = 3650;

    /** Tokens of one account that can be used. */
    static final int MOST = 1000;

    private static final String PREFIX = "netloom_";

    private final TokenStore store;
    private final Access access;
    private final Turns turns;
    private final Chronicle chronicle;
    private final TransactionOperations transactions;

    Tokens(TokenStore store, Access access, Turns turns, Chronicle chronicle, TransactionOperations transactions) {
        this.store = store;
        this.access = access;
        this.turns = turns;
        this.chronicle = chronicle;
        this.transactions = transactions;
    }

    /**
     * One that can be used.
     *
     * @param expiresAt null: never
     * @param usedAt to the minute; null: not yet
     */
    public record Token(
            UUID id,
            String name,
            TokenScope scope,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** A new token with the secret that is readable this one time only. */
    public record Issued(Token token, String secret) {}

    /**
     * A new token for whoever asks.
     *
     * @param days after which it ends; null: never
     */
    @Open(to = Open.To.SIGNED_IN, because = "a token speaks only for the account that made it")
    public Result<Issued> issue(String name, TokenScope scope, @Nullable Integer days) {
        Person person = access.signedIn(true);
        String called = name.isBlank() ? "API" : name.strip();
        if (called.length() > LONGEST_NAME || !CleanName.is(called)) {
            return Result.refused(badName(called));
        }
        if (days != null && (days < 1 || days > LONGEST_DAYS)) {
            return Result.refused(badExpiry(days));
        }
        Instant now = Instant.now();
        Token token = new Token(
                UUID.randomUUID(), called, scope, now, days == null ? null : now.plus(Duration.ofDays(days)), null);
        return transactions.execute(status -> {
            turns.of(person.account());
            if (store.of(person.account()).size() >= MOST) {
                return Result.refused(tooMany());
            }
            String secret = PREFIX + Secrets.next();
            store.add(person.account(), token, Secrets.hash(secret));
            note(Deed.TOKEN_MADE, person, token);
            return Result.ok(new Issued(token, secret));
        });
    }

    /** Those of whoever asks that can be used, the newest first. */
    @Open(to = Open.To.SIGNED_IN, because = "everybody sees their own only")
    public List<Token> mine() {
        return store.of(access.signedIn(false).account());
    }

    /** Ends one token of whoever asks, at once. */
    @Open(to = Open.To.SIGNED_IN, because = "everybody revokes their own only")
    public void revoke(UUID id) {
        Person person = access.signedIn(true);
        transactions.executeWithoutResult(status -> {
            Token token = store.revoke(person.account(), id).orElseThrow(AccessRefused::otherWorkspace);
            note(Deed.TOKEN_REVOKED, person, token);
        });
    }

    /** Whom a token speaks for; empty when nobody issued it, or it is over. */
    @Open(to = Open.To.EVERYONE, because = "this is how programs sign in")
    public Optional<SignedIn> find(String token) {
        return store.find(Secrets.hash(token))
                .map(found -> SignedIn.withToken(
                        found.account(), found.email(), found.epoch(), found.scope(), found.token()));
    }

    private void note(Deed deed, Person person, Token token) {
        chronicle.note(
                deed,
                person.account(),
                person.name(),
                token.name(),
                token.scope().name());
    }

    private static Problem tooMany() {
        return Problem.error(
                "too-many-tokens",
                "You have " + MOST + " tokens already.",
                "An account has at most that many that can be used.",
                "Revoke those that are not needed any more.");
    }

    private static Problem badName(String name) {
        return Problem.error(
                        "bad-token-name",
                        name.length() > LONGEST_NAME
                                ? "The name has " + name.length() + " characters."
                                : "The name has characters that cannot be seen.",
                        "A token's name has at most " + LONGEST_NAME + " characters, all of them visible.",
                        "Choose a shorter one, or none.")
                .of("name");
    }

    private static Problem badExpiry(int days) {
        return Problem.error(
                        "bad-expiry",
                        "A token cannot expire in " + days + " days.",
                        "From 1 to " + LONGEST_DAYS + " days, or never.",
                        "Choose 7, 30, 90 or 365.")
                .of("expiresInDays");
    }
}
