package org.netloom.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.netloom.design.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses addresses whose query is no text: nobody behind could read, look up or keep it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 35)
final class SoundQueries extends OncePerRequestFilter {

    private static final int HEXADECIMAL = 16;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query == null || isText(query)) {
            chain.doFilter(request, response);
            return;
        }
        ProblemAnswer.write(
                response,
                400,
                Problem.error(
                        "bad-query",
                        "What follows the question mark in the address is no text.",
                        "Names and values as UTF-8, percent-encoded, without %00.",
                        "Correct the address."));
    }

    static boolean isText(String query) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            int high = c == '%' && i + 2 < query.length() ? Character.digit(query.charAt(i + 1), HEXADECIMAL) : -1;
            int low = high < 0 ? -1 : Character.digit(query.charAt(i + 2), HEXADECIMAL);
            if (c == '%' && low < 0 || c > 0x7e || c < ' ') {
                return false;
            }
            bytes.write(c == '%' ? HEXADECIMAL * high + low : c);
            i += c == '%' ? 2 : 0;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .chars()
                    .noneMatch(c -> c == 0);
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
