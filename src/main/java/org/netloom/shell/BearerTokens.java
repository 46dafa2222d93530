package org.netloom.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.workspace.SignedIn;
import org.netloom.workspace.Tokens;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in the one request that carries {@code Authorization: Bearer …}. */
final class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final RequestAttributeSecurityContextRepository thisRequest =
            new RequestAttributeSecurityContextRepository();

    BearerTokens(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = in(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SignedIn> found = tokens.find(token);
        if (found.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            ProblemAnswer.write(response, 401, unknownToken());
            return;
        }
        SignedIn principal = found.get();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        SecurityContextHolder.setContext(context);
        thisRequest.saveContext(context, request, response);
        chain.doFilter(request, response);
    }

    static boolean areIn(HttpServletRequest request) {
        return in(request) != null;
    }

    /** The token that the request carries, valid or not. */
    static @Nullable String in(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    private static Problem unknownToken() {
        return Problem.error(
                "token-unknown",
                "The token in 'Authorization: Bearer …' is not valid.",
                "A token that this installation has issued and nobody has removed.",
                "Ask for a new one: POST /api/v1/tokens with HTTP Basic.");
    }
}
