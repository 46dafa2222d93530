package org.netloom.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site makes a browser send: everything but following a link to here. Tokens against forgery stay where
 * they are; this is a second wall, and the only one before a WebSocket.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
final class ForeignPages extends OncePerRequestFilter {

    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader("Origin");
        boolean foreignOrigin = origin != null && !isHere(origin, request.getHeader("Host"));
        if (isFollowedLink(request)
                || !foreignOrigin && !FOREIGN.contains(header(request, "Sec-Fetch-Site"))
                || foreignOrigin && isHarmless(request)) {
            chain.doFilter(request, response);
            return;
        }
        ProblemAnswer.write(
                response,
                403,
                Problem.error(
                        "foreign-origin",
                        "The request comes from a page of another site"
                                + (origin == null ? "." : ": " + (origin.length() > 100 ? "…" : origin) + "."),
                        "Pages of other sites may link to here, no more. Programs outside of browsers send no Origin.",
                        "Open Netloom's own page; a reverse proxy must pass the Host header on."));
    }

    /** Someone clicked a link elsewhere, or an identity provider sent them back. */
    private static boolean isFollowedLink(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                && request.getHeader("Upgrade") == null
                && header(request, "Sec-Fetch-Mode").equals("navigate")
                && header(request, "Sec-Fetch-Dest").equals("document");
    }

    /** Old browsers name no Sec-Fetch-Site; without a permission for other origins their pages cannot read the answer. */
    private static boolean isHarmless(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                && request.getHeader("Upgrade") == null
                && request.getHeader("Sec-Fetch-Site") == null;
    }

    private static boolean isHere(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(new URI(origin).getAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
