package org.netloom.shell;

import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.netloom.workspace.OpenSessions;
import org.netloom.workspace.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of a browser whose account was disabled or signed out everywhere: whatever it asks for leads to signing in. */
final class EndedSessions extends OncePerRequestFilter {

    static final String SIGN_IN = "login?ended";

    private final OpenSessions sessions;

    EndedSessions(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = AskedPath.of(request);
        return path.startsWith("/VAADIN/build/") || path.startsWith("/VAADIN/static/") || path.startsWith("/fonts/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn session)
                || !sessions.isOver(session)) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        String signIn = request.getContextPath() + "/" + SIGN_IN;
        if (isFromOpenPage(request)) {
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(VaadinService.createCriticalNotificationJSON(null, null, null, signIn));
        } else if (isForPage(request)) {
            response.sendRedirect(signIn);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFromOpenPage(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && query.contains("v-r=uidl");
    }

    private static boolean isForPage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return request.getMethod().equals("GET") && accepted != null && accepted.contains("text/html");
    }
}
