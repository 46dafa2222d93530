package org.netloom.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Where a request goes, as whoever answers it reads it: {@code /%61pi} is {@code /api}. */
final class AskedPath {

    private AskedPath() {}

    static String of(HttpServletRequest request) {
        return UriUtils.decode(
                request.getRequestURI().substring(request.getContextPath().length()), StandardCharsets.UTF_8);
    }
}
