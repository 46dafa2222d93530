package org.netloom.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.Role;
import org.netloom.workspace.SignedIn;
import org.netloom.workspace.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** One account and one token for each that may ask, whatever workspace it is made a member of. */
final class Cast {

    private final JdbcClient jdbc;
    private final Map<Asker, UUID> accounts = new EnumMap<>(Asker.class);
    private final Map<Asker, String> tokens = new EnumMap<>(Asker.class);
    private final UserDetailsService signIn;
    private final SignedIn beforeItWasDisabled;
    private final Tokens found;

    Cast(MatrixServer server) {
        jdbc = server.jdbc();
        signIn = server.bean(UserDetailsService.class);
        found = server.bean(Tokens.class);
        for (Asker asker : Asker.values()) {
            if (asker == Asker.NOBODY) {
                continue;
            }
            UUID account = asker == Asker.ADMINISTRATOR ? server.administrator.account() : account(asker);
            accounts.put(asker, account);
            tokens.put(asker, token(account, asker == Asker.READING_TOKEN ? "READ" : "WRITE"));
        }
        beforeItWasDisabled = (SignedIn) signIn.loadUserByUsername(email(Asker.DISABLED));
        jdbc.sql("update account set disabled_at = now() where id = ?")
                .param(accounts.get(Asker.DISABLED))
                .update();
    }

    private UUID account(Asker asker) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into account (id, email, name, password) values (?, ?, ?, '{noop}none')")
                .params(id, email(asker), asker.name())
                .update();
        return id;
    }

    static String email(Asker asker) {
        return asker == Asker.ADMINISTRATOR
                ? "admin@example.org"
                : asker.name().toLowerCase(java.util.Locale.ROOT) + "@example.org";
    }

    private String token(UUID account, String scope) {
        String token = "netloom_" + UUID.randomUUID();
        jdbc.sql(
                        "insert into api_token (id, account_id, name, hash, scope, used_at) values (?, ?, 'matrix', ?, ?, now())")
                .params(UUID.randomUUID(), account, sha256(token), scope)
                .update();
        return token;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Makes those of a workspace its members. */
    void join(UUID workspace, Map<Asker, Role> members) {
        members.forEach(
                (asker, role) -> jdbc.sql("insert into member (workspace_id, account_id, role) values (?, ?, ?)")
                        .params(workspace, accounts.get(asker), role.name())
                        .update());
    }

    /** Takes back what administrators did to accounts. */
    void recover() {
        jdbc.sql("update account set disabled_at = null where disabled_at is not null and id <> ?")
                .param(accounts.get(Asker.DISABLED))
                .update();
        jdbc.sql("update account set administrator = (id = ?) where administrator <> (id = ?)")
                .params(accounts.get(Asker.ADMINISTRATOR), accounts.get(Asker.ADMINISTRATOR))
                .update();
    }

    UUID accountOf(Asker asker) {
        return accounts.get(asker);
    }

    /** Empty for nobody. */
    String tokenOf(Asker asker) {
        return tokens.getOrDefault(asker, "");
    }

    /** Begun now: calls that end all sessions of an account are among those that are tried. Null for nobody. */
    @Nullable
    SignedIn session(Asker asker) {
        if (asker == Asker.NOBODY || asker == Asker.DISABLED) {
            return asker == Asker.NOBODY ? null : beforeItWasDisabled;
        }
        return asker == Asker.READING_TOKEN
                ? found.find(tokenOf(asker)).orElseThrow()
                : (SignedIn) signIn.loadUserByUsername(email(asker));
    }

    SecurityContext context(Asker asker) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        SignedIn principal = session(asker);
        if (principal != null) {
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        }
        return context;
    }

    /** Does something as one of them. */
    <T extends @Nullable Object> T as(Asker asker, Supplier<T> what) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(context(asker));
        try {
            return what.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
