package org.netloom.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A refusal as programs read it (RFC 9457). */
@Schema(name = "Problem", description = "RFC 9457 problem document: what happened, what was expected, how to fix it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemDocument(
        @Schema(description = "Always about:blank; `code` tells problems apart.")
        String type,

        @Schema(description = "What happened, in short.") String title,
        @Schema(description = "HTTP status.") int status,

        @Schema(description = "What happened, what was expected and how to fix it, in sentences.")
        String detail,

        @Schema(description = "Stable name of the first problem.", example = "stale-revision")
        String code,

        @Schema(description = "What happened.") String what,
        @Schema(description = "What was expected instead.") String expected,
        @Schema(description = "How to fix it.") String fix,

        @Schema(description = "Reference of an unexpected error in the server's log.") @Nullable
        String reference,

        @Schema(description = "All problems that were found.")
        List<ProblemView> problems) {

    /** What somebody sent is quoted, not sent back. */
    private static final int LONGEST_SENTENCE = 1000;

    static ProblemDocument of(int status, List<Problem> found, @Nullable String reference) {
        List<Problem> problems = found.stream().map(ProblemDocument::readable).toList();
        Problem first = problems.getFirst();
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return new ProblemDocument(
                "about:blank",
                first.what() + more,
                status,
                first.text() + more,
                first.code(),
                first.what(),
                first.expected(),
                first.fix(),
                reference,
                problems.stream().map(ProblemView::of).toList());
    }

    private static Problem readable(Problem problem) {
        return new Problem(
                problem.code(),
                problem.severity(),
                problem.layer() == null ? null : readable(problem.layer()),
                problem.parameter() == null ? null : readable(problem.parameter()),
                readable(problem.what()),
                problem.expected(),
                problem.fix(),
                problem.repairs());
    }

    private static String readable(String text) {
        int shown = LONGEST_SENTENCE / 10;
        return text.length() <= LONGEST_SENTENCE
                ? text
                : text.substring(0, shown) + " … " + text.substring(text.length() - shown);
    }

    static ResponseEntity<Object> answer(int status, List<Problem> problems) {
        return answer(of(status, problems, null), HttpHeaders.EMPTY);
    }

    static ResponseEntity<Object> answer(ProblemDocument document, HttpHeaders headers) {
        return ResponseEntity.status(HttpStatusCode.valueOf(document.status()))
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }
}
