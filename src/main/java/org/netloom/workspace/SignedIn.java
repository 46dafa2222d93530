package org.netloom.workspace;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** An account as Spring Security carries it. Roles are not kept here: they are read where access is decided. */
public sealed class SignedIn implements UserDetails, CredentialsContainer permits SignedInByProvider {

    private static final long serialVersionUID = 1;

    private final UUID account;
    private final String email;
    private final int epoch;
    private final @Nullable TokenScope scope;
    private final @Nullable UUID token;
    private @Nullable String password;

    SignedIn(
            UUID account,
            String email,
            int epoch,
            @Nullable TokenScope scope,
            @Nullable UUID token,
            @Nullable String password) {
        this.account = account;
        this.email = email;
        this.epoch = epoch;
        this.scope = scope;
        this.token = token;
        this.password = password;
    }

    /** In a browser. The password is forgotten once it was compared. */
    static SignedIn inBrowser(UUID account, String email, int epoch, @Nullable String password) {
        return new SignedIn(account, email, epoch, null, null, password);
    }

    /** Through a token, and for no longer than it works. */
    static SignedIn withToken(UUID account, String email, int epoch, TokenScope scope, UUID token) {
        return new SignedIn(account, email, epoch, scope, token, null);
    }

    public UUID account() {
        return account;
    }

    /** Of the account when this began; it is over once the account's is higher. */
    int epoch() {
        return epoch;
    }

    /** What the token in use may do; null in a browser, which may do whatever the person may. */
    @Nullable
    TokenScope scope() {
        return scope;
    }

    /** By which this signed in; null in a browser. */
    @Nullable
    UUID token() {
        return token;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public void eraseCredentials() {
        password = null;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && that.account.equals(account);
    }

    @Override
    public final int hashCode() {
        return account.hashCode();
    }
}
