package org.netloom.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Service;

/** Signs a browser in as the account it has just made. */
@Service
public class BrowserSignIn {

    private final Accounts accounts;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    BrowserSignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    public void signIn(Person person, HttpServletRequest request, HttpServletResponse response) {
        SignedIn principal = accounts.signIn(person.email()).orElseThrow(AccessRefused::notSignedIn);
        principal.eraseCredentials();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        // A session id that was known before signing in must not be worth anything after it.
        request.changeSessionId();
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
