package org.netloom.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.netloom.design.Problem;
import tools.jackson.databind.json.JsonMapper;

/** A problem as an RFC 9457 document, for answers that are given before any controller is reached. */
final class ProblemAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemAnswer() {}

    static void write(HttpServletResponse response, int status, Problem problem) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", problem.what());
        document.put("status", status);
        document.put("detail", problem.text());
        document.put("code", problem.code());
        document.put("what", problem.what());
        document.put("expected", problem.expected());
        document.put("fix", problem.fix());
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(JSON.writeValueAsBytes(document));
    }
}
