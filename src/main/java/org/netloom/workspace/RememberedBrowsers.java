package org.netloom.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.rememberme.CookieTheftException;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.PersistentTokenBasedRememberMeServices;
import org.springframework.security.web.authentication.rememberme.PersistentTokenRepository;

/** Lets browsers back in that asked to be remembered. A password change, disabling and signing out make the database forget them. */
public final class RememberedBrowsers extends PersistentTokenBasedRememberMeServices {

    public static final String COOKIE = "netloom-remember";
    private static final int TWO_WEEKS = 14 * 24 * 3600;

    RememberedBrowsers(UserDetailsService accounts, PersistentTokenRepository browsers) {
        // The key only says that an authentication was made in this process, which sessions never leave.
        super(Secrets.next(), accounts, browsers);
        setCookieName(COOKIE);
        setTokenValiditySeconds(TWO_WEEKS);
        setCookieCustomizer(cookie -> {
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
        });
    }

    /** A cookie that was used before may be a stolen one: every browser is forgotten, and this one asked to sign in. */
    @Override
    protected UserDetails processAutoLoginCookie(
            String[] words, HttpServletRequest request, HttpServletResponse response) {
        try {
            return super.processAutoLoginCookie(words, request, response);
        } catch (CookieTheftException e) {
            throw new InvalidCookieException("used before");
        }
    }
}
