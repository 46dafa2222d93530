package org.netloom.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says with every answer what a browser may do with it: pages, files, the API, upgrades to a WebSocket and errors alike. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class SecurityHeaders extends OncePerRequestFilter {

    /** Request attribute with the word that the scripts of the one page answered carry. */
    static final String NONCE = SecurityHeaders.class.getName() + ".nonce";

    private static final Pattern FILES = Pattern.compile("/(VAADIN/(build|static)|fonts|favicon)[./].*");
    private static final Pattern PROGRAMS = Pattern.compile("/(api|ws|v3)(/.*)?");
    private static final int NONCE_BYTES = 18;
    private static final String A_YEAR = "max-age=31536000";

    private final SecureRandom random = new SecureRandom();

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = AskedPath.of(request);
        boolean file = FILES.matcher(path).matches();
        if (file || PROGRAMS.matcher(path).matches()) {
            response.setHeader("Content-Security-Policy", ContentPolicy.nothing());
        } else {
            response.setHeader(
                    "Content-Security-Policy", ContentPolicy.page(nonce(request), request.getHeader("Host")));
        }
        if (!file) {
            response.setHeader("Cache-Control", "no-store");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // Addresses of shared links are secrets: no other site learns them.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
                        + "microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", A_YEAR);
        }
        chain.doFilter(request, response);
    }

    /** The same for an error page that follows within the same request. */
    private String nonce(HttpServletRequest request) {
        if (request.getAttribute(NONCE) instanceof String known) {
            return known;
        }
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        return nonce;
    }
}
