package org.netloom.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.util.function.SingletonSupplier;

/** The one provider that may vouch for people. It is asked for its addresses when the first of them comes, not when Netloom starts. */
public final class IdentityProvider implements ClientRegistrationRepository {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
    private static final String ID = "provider";

    private final String name;
    private final ProviderSignIn signIn;
    private final SingletonSupplier<ClientRegistration> registration;

    IdentityProvider(String issuer, String clientId, String secret, String name, ProviderSignIn signIn) {
        this.name = name;
        this.signIn = signIn;
        this.registration = SingletonSupplier.of(() -> discover(issuer, clientId, secret, name));
    }

    /** As people call it, for the button. */
    public String name() {
        return name;
    }

    /** Where the browser goes to sign in, relative to the start page. */
    public String address() {
        return "oauth2/authorization/" + ID;
    }

    /** Adds this way in to the pages. */
    public void open(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(this)
                .authorizedClientRepository(new NoProviderTokens())
                .userInfoEndpoint(user -> user.oidcUserService(signIn))
                .failureHandler(IdentityProvider::refused)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(IdentityProvider::refused);
                        return filter;
                    }
                }));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? registration.obtain() : null;
    }

    private static ClientRegistration discover(String issuer, String clientId, String secret, String name) {
        ClientRegistration.Builder builder = ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(ID)
                .clientId(clientId)
                .clientName(name)
                .scope("openid", "email", "profile")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build());
        return secret.isEmpty()
                ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : builder.clientSecret(secret).build();
    }

    private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        String code = e instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        boolean ours = code.startsWith(ProviderSignIn.CODE);
        if (!ours) {
            LOG.warn("Signing in through the identity provider failed: {} {}", code, e.getMessage());
        }
        String error = ours ? code : ProviderSignIn.CODE + "failed";
        response.sendRedirect(request.getContextPath() + "/login?error=" + error);
    }
}
