package org.netloom.workspace;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** An account whose person an identity provider has vouched for. From here on it is an account like any other. */
final class SignedInByProvider extends SignedIn implements OidcUser {

    private static final long serialVersionUID = 1;

    private final OidcIdToken idToken;

    SignedInByProvider(SignedIn account, OidcIdToken idToken) {
        super(account.account(), account.getUsername(), account.epoch(), null, null, null);
        this.idToken = idToken;
    }

    @Override
    public String getName() {
        return getUsername();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Map<String, Object> getClaims() {
        return Map.of();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }
}
