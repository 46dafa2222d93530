package org.netloom.workspace;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.netloom.workspace.store.GuessStore;
import org.netloom.workspace.store.RememberedStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.rememberme.JdbcTokenRepositoryImpl;
import org.springframework.security.web.authentication.rememberme.PersistentTokenRepository;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class SignInConfig {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService accountsForSignIn(Accounts accounts) {
        return email -> accounts.signIn(email).orElseThrow(() -> UsernameNotFoundException.fromUsername(email));
    }

    @Bean
    SignInThrottle signInThrottle(GuessStore store, TransactionOperations transactions) {
        return new SignInThrottle(store, transactions, InstantSource.system());
    }

    @Bean
    PersistentTokenRepository rememberedBrowsers(DataSource dataSource) {
        JdbcTokenRepositoryImpl repository = new JdbcTokenRepositoryImpl();
        repository.setDataSource(dataSource);
        return repository;
    }

    @Bean
    RememberedBrowsers rememberMeServices(
            UserDetailsService accounts, PersistentTokenRepository tokens, RememberedStore browsers) {
        return new RememberedBrowsers(accounts, tokens, browsers);
    }
}
