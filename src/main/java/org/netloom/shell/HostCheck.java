package org.netloom.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers only under names of this installation. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class HostCheck extends OncePerRequestFilter {

    private final Hosts hosts;

    HostCheck(@Value("${NETLOOM_HOSTS:}") String configured) {
        this.hosts = Hosts.of(configured);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader("Host");
        if (host != null && hosts.knows(host)) {
            chain.doFilter(request, response);
            return;
        }
        ProblemAnswer.write(response, 421, unknown(host));
    }

    private static Problem unknown(@Nullable String host) {
        return Problem.error(
                "unknown-host",
                host == null || host.isBlank()
                        ? "The request names no host."
                        : "Netloom does not answer as “" + (host.length() > 100 ? host.substring(0, 100) : host) + "”.",
                "It answers as localhost, under the name of its machine, under IP addresses, and under the names in NETLOOM_HOSTS.",
                "If this is the right address, start Netloom with NETLOOM_HOSTS set to this name (several with commas between).");
    }
}
