package org.netloom.workspace;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.workspace.store.AccountStore;
import org.netloom.workspace.store.StoredAccount;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in with e-mail and password, in the browser and for API tokens; guessing is slowed down. An account that does not exist, is
 * disabled or has no password is answered in the same words and the same time as a wrong password.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final SignInThrottle throttle;
    private final AccountStore store;
    private final Chronicle chronicle;

    PasswordSignIn(
            UserDetailsService accounts,
            PasswordEncoder encoder,
            SignInThrottle throttle,
            AccountStore store,
            Chronicle chronicle) {
        this.passwords = new DaoAuthenticationProvider(accounts);
        this.passwords.setPasswordEncoder(encoder);
        this.throttle = throttle;
        this.store = store;
        this.chronicle = chronicle;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        // Databases fold more letters than Java does: whatever finds an account counts as that account.
        String email = known(attempt.getName()).map(StoredAccount::email).orElse(attempt.getName());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        if (!throttle.mayTry(email, address)) {
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication signedIn = passwords.authenticate(attempt);
            throttle.right(email, address);
            note(Deed.SIGNED_IN, email, address);
            return signedIn;
        } catch (BadCredentialsException e) {
            note(Deed.SIGN_IN_REFUSED, email, address);
            throw e;
        }
    }

    private Optional<StoredAccount> known(String email) {
        return AccountRules.isEmail(email) ? store.byEmail(email) : Optional.empty();
    }

    /** What somebody typed that is no address may be a password in the wrong field: it is not written down. */
    private void note(Deed deed, String email, String address) {
        StoredAccount known = known(email).orElse(null);
        String who = known != null ? known.email() : AccountRules.isEmail(email) ? email : "?";
        chronicle.note(deed, known == null ? null : known.id(), who, who, address);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
