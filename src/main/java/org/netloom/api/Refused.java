package org.netloom.api;

import java.util.List;
import org.netloom.design.Problem;
import org.netloom.design.Result;

/** Ends a request with problems. Services give refusals as values; only this outermost layer throws them. */
final class Refused extends RuntimeException {

    private final transient List<Problem> problems;
    private final int status;

    Refused(int status, List<Problem> problems) {
        super(problems.getFirst().text(), null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    Refused(int status, Problem problem) {
        this(status, List.of(problem));
    }

    static Refused badRequest(String code, String what, String expected, String fix) {
        return new Refused(400, Problem.error(code, what, expected, fix));
    }

    static Refused conflict(String code, String what, String expected, String fix) {
        return new Refused(409, Problem.error(code, what, expected, fix));
    }

    /** The value, or the end of the request. */
    static <T> T unless(Result<T> result) {
        return switch (result) {
            case Result.Ok<T> ok -> ok.value();
            case Result.Refused<T> refused -> throw new Refused(statusOf(refused.problems()), refused.problems());
        };
    }

    private static int statusOf(List<Problem> problems) {
        return switch (problems.getFirst().code()) {
            case "bad-json", "bad-document", "bad-edit" -> 400;
            case "stale-revision" -> 412;
            case "undo-conflict", "wrong-state", "no-model", "no-evaluation", "not-a-thread", "many-comments" -> 409;
            case "runs-at-work",
                    "last-owner",
                    "personal-workspace",
                    "already-member",
                    "already-account",
                    "email-taken",
                    "last-administrator",
                    "storage-full",
                    "too-many-invitations",
                    "too-many-links",
                    "too-many-projects",
                    "too-many-workspaces" -> 409;
            case "not-yours" -> 403;
            case "invitation-over" -> 404;
            case "queue-full", "sign-in-wait", "link-wait" -> 429;
            default -> 422;
        };
    }

    int status() {
        return status;
    }

    List<Problem> problems() {
        return problems;
    }
}
