package org.netloom.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.netloom.workspace.store.TokenStore;
import org.springframework.stereotype.Service;

/** API tokens: long random words that speak for an account. Only their hash is kept. */
@Service
public class Tokens {

    private static final String PREFIX = "netloom_";
    private static final int RANDOM_BYTES = 32;

    private final TokenStore store;
    private final Access access;
    private final SecureRandom random = new SecureRandom();

    Tokens(TokenStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** A new token for whoever asks. It is readable this one time only. */
    @Open(to = Open.To.SIGNED_IN, because = "a token speaks for the account that asks for it")
    public String issue(String name) {
        Person person = access.signedIn(true);
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.add(UUID.randomUUID(), person.account(), name, hash(token));
        return token;
    }

    /** Whom a token speaks for; empty when nobody issued it. */
    @Open(to = Open.To.EVERYONE, because = "whoever shows a token is yet to be known")
    public Optional<SignedIn> find(String token) {
        return store.find(hash(token))
                .map(found -> SignedIn.withToken(found.account(), found.email(), found.epoch(), found.scope()));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
