package org.netloom.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps a single request from filling the memory: bodies end at a limit, whether they announce their length or not. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 37)
final class BodyLimit extends OncePerRequestFilter {

    static final long MOST_BYTES = 20_000_000;

    /** A body went on beyond the limit. */
    static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("The body is too large", null, false, false);
        }

        Problem problem() {
            return Problem.error(
                    "body-too-large",
                    "The body is too large.",
                    "A body has at most " + MOST_BYTES / 1_000_000 + " MB here.",
                    "Send less at once.");
        }

        static Optional<TooLarge> within(@Nullable Throwable mishap) {
            for (Throwable cause = mishap; cause != null; cause = cause.getCause()) {
                if (cause instanceof TooLarge found) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST_BYTES && !isForPrograms(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            chain.doFilter(new Limited(request), response);
        } catch (TooLarge tooLarge) {
            // Whoever has read it had no answer of their own.
            if (!response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            }
        }
    }

    /** These get a document that tells the problem, from the place that wanted to read the body. */
    private static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private @Nullable ServletInputStream stream;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream known = stream;
            if (known == null) {
                if (getContentLengthLong() > MOST_BYTES) {
                    throw new TooLarge();
                }
                known = new Counting(super.getInputStream());
                stream = known;
            }
            return known;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counting extends ServletInputStream {
        private final ServletInputStream stream;
        private long left = MOST_BYTES;

        Counting(ServletInputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            int next = stream.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = stream.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
