package org.netloom.workspace;

import java.util.Locale;
import org.netloom.workspace.store.AccountStore;
import org.netloom.workspace.store.IdentityStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionOperations;

/** OpenID Connect, there only where {@code NETLOOM_OIDC_ISSUER} names a provider. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${NETLOOM_OIDC_ISSUER:}'.isBlank()")
class ProviderConfig {

    @Bean
    IdentityProvider identityProvider(Environment environment, ProviderSignIn signIn) {
        String issuer = environment.getRequiredProperty("NETLOOM_OIDC_ISSUER").strip();
        return new IdentityProvider(
                issuer,
                environment.getRequiredProperty("NETLOOM_OIDC_CLIENT_ID").strip(),
                environment.getProperty("NETLOOM_OIDC_CLIENT_SECRET", "").strip(),
                environment
                        .getProperty("NETLOOM_OIDC_NAME", "your organisation")
                        .strip(),
                signIn);
    }

    @Bean
    ProviderSignIn providerSignIn(
            Environment environment,
            IdentityStore identities,
            AccountStore store,
            Accounts accounts,
            Joining joining,
            Access access,
            Chronicle chronicle,
            TransactionOperations transactions) {
        String wanted =
                environment.getProperty("NETLOOM_OIDC_SIGN_UP", "invited").strip();
        ProviderSignUp signUp = ProviderSignUp.valueOf(wanted.toUpperCase(Locale.ROOT));
        return new ProviderSignIn(signUp, identities, store, accounts, joining, access, chronicle, transactions);
    }
}
