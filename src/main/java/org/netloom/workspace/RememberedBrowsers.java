package org.netloom.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.netloom.design.CleanName;
import org.netloom.workspace.store.RememberedStore;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.PersistentTokenBasedRememberMeServices;
import org.springframework.security.web.authentication.rememberme.PersistentTokenRepository;

/**
 * Lets browsers back in that asked to be remembered. A password change, disabling and signing out make the database forget them. Each
 * use gives the browser another secret; one that was used before may be stolen, and then every browser is forgotten.
 */
public final class RememberedBrowsers extends PersistentTokenBasedRememberMeServices {

    public static final String COOKIE = "netloom-remember";
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    /** All pages of a browser that comes back, or wakes up, ask at once and with the same secret. */
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    private final RememberedStore browsers;

    RememberedBrowsers(UserDetailsService accounts, PersistentTokenRepository tokens, RememberedStore browsers) {
        // The key only says that an authentication was made in this process, which sessions never leave.
        super(Secrets.next(), accounts, tokens);
        this.browsers = browsers;
        setCookieName(COOKIE);
        setTokenValiditySeconds((int) TWO_WEEKS.toSeconds());
        setCookieCustomizer(cookie -> {
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
        });
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] words, HttpServletRequest request, HttpServletResponse response) {
        if (words.length != 2 || !Arrays.stream(words).allMatch(CleanName::is)) {
            throw new InvalidCookieException("not of here");
        }
        String series = words[0];
        String next = generateTokenData();
        Optional<String> renewed = browsers.replace(series, words[1], next, TWO_WEEKS);
        if (renewed.isPresent()) {
            setCookie(new String[] {series, next}, getTokenValiditySeconds(), request, response);
            return getUserDetailsService().loadUserByUsername(renewed.get());
        }
        Optional<String> sameBrowser = browsers.justReplaced(series, words[1], AT_ONCE);
        if (sameBrowser.isEmpty()) {
            browsers.forgetAll(series, words[1]);
            throw new InvalidCookieException("used before, or too old");
        }
        return getUserDetailsService().loadUserByUsername(sameBrowser.get());
    }
}
