package org.netloom.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.netloom.workspace.AddressBlock;
import org.netloom.workspace.Secrets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down who asks too much: each token or session by what it asks, each address by what is refused to it for want of a valid token
 * and by the sessions and pages it begins. Every web process counts for itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
final class RateLimit extends OncePerRequestFilter {

    private static final Pattern PROGRAMS = Pattern.compile("/(api|ws|v3)(/.*)?");
    private static final Pattern FILES = Pattern.compile("/(VAADIN|fonts|favicon)[./].*");
    private static final Pattern FORMS = Pattern.compile("(?i)\\s*(application/x-www-form-urlencoded|multipart/)");
    private static final String BEGINNING = "v-r=init";
    private static final int REFUSALS_FOR_EACH_REQUEST = 5;

    private final Buckets callers;
    private final Buckets refused;
    private final Buckets beginning;

    RateLimit(
            @Value("${netloom.rate.per-second:50}") double perSecond,
            @Value("${netloom.rate.at-once:3000}") int atOnce) {
        this.callers = new Buckets(atOnce, perSecond, System::nanoTime);
        this.refused = new Buckets((double) atOnce / 3, perSecond / REFUSALS_FOR_EACH_REQUEST, System::nanoTime);
        this.beginning = new Buckets((double) atOnce / 3, perSecond / REFUSALS_FOR_EACH_REQUEST, System::nanoTime);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = AskedPath.of(request);
        HttpSession session = request.getSession(false);
        String address = AddressBlock.of(String.valueOf(request.getRemoteAddr()));
        if (PROGRAMS.matcher(path).matches()) {
            program(request, response, chain, session, address);
        } else if (FILES.matcher(path).matches()) {
            file(request, response, chain, session, address);
        } else if (session == null || beginsPage(request)) {
            answer(beginning.take(address), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /**
     * A page is kept in memory for a quarter of an hour after it was heard of last, and one session may have any number. Forms are not
     * read here: what they ask for may be just this.
     */
    private static boolean beginsPage(HttpServletRequest request) {
        String query = request.getQueryString();
        String type = request.getContentType();
        return query != null && URLDecoder.decode(query, StandardCharsets.UTF_8).contains(BEGINNING)
                || type != null && FORMS.matcher(type).lookingAt();
    }

    /** Files count for nothing, but a name that is none may be answered by a page, with a session of its own. */
    private void file(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            @Nullable HttpSession session,
            String address)
            throws ServletException, IOException {
        answer(session == null ? beginning.peek(address) : OptionalLong.empty(), request, response, chain);
        if (session == null && request.getSession(false) != null) {
            beginning.take(address);
        }
    }

    private void program(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            @Nullable HttpSession session,
            String address)
            throws ServletException, IOException {
        OptionalLong wait = refused.peek(address);
        answer(wait.isPresent() ? wait : callers.take(caller(request, session, address)), request, response, chain);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            refused.take(address);
        }
    }

    private static void answer(
            OptionalLong wait, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", String.valueOf(wait.getAsLong()));
        ProblemAnswer.write(
                response,
                429,
                Problem.error(
                        "too-many-requests",
                        "There were too many requests in a short time.",
                        "Programs may ask often, not without a pause; see the header Retry-After.",
                        "Wait " + wait.getAsLong() + " s, then go on more slowly."));
    }

    /** By the token itself: spaces round it, and headers that are no tokens, would be new callers each time. */
    private static String caller(HttpServletRequest request, @Nullable HttpSession session, String address) {
        String token = BearerTokens.in(request);
        if (token != null) {
            // What is kept in memory shall be no secret.
            return "token " + HexFormat.of().formatHex(Secrets.hash(token));
        }
        return session != null ? "session " + session.getId() : "address " + address;
    }
}
