package org.netloom.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netloom.sharing.Visits;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the page of a shared link fetch and follow curves and pictures: those calls, and no others, take {@code ?link=…}. */
final class LinkVisits extends OncePerRequestFilter {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher FOR_VISITORS = new OrRequestMatcher(
            PATHS.matcher("/api/v1/runs/*/metrics"),
            PATHS.matcher("/api/v1/runs/*/samples"),
            PATHS.matcher("/api/v1/runs/*/samples/*"),
            PATHS.matcher("/ws/runs/*"));
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String LINK = "link";

    private final Visits visits;

    LinkVisits(Visits visits) {
        this.visits = visits;
    }

    /** Whether it is for Access to decide by the link, instead of by who is signed in. */
    static boolean isVisit(HttpServletRequest request) {
        return link(request) != null;
    }

    private static @Nullable String link(HttpServletRequest request) {
        return READING.contains(request.getMethod()) && FOR_VISITORS.matches(request)
                ? request.getParameter(LINK)
                : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String link = link(request);
        if (link == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Referrer-Policy", "no-referrer");
        try (Visits.Visit visit = visits.enter(link)) {
            chain.doFilter(request, response);
        }
    }
}
