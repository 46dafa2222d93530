package org.netloom.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Problem;

/** Revisions as entity tags. */
final class Revisions {

    private Revisions() {}

    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** The revision that the change was made from, if it is the newest; else the end of the request. */
    static long matching(@Nullable String ifMatch, long newest) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refused(
                    428,
                    Problem.error(
                            "no-revision",
                            "The request has no If-Match.",
                            "A change says which revision it was made from, so that nobody's work is lost.",
                            "GET the document, then send its ETag as If-Match."));
        }
        boolean matches = Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(tag(newest)) || tag.equals(String.valueOf(newest)));
        if (!matches) {
            throw new Refused(
                    412,
                    Problem.error(
                            "stale-revision",
                            "The change was made to revision " + ifMatch.strip() + ", but the newest is " + newest
                                    + ".",
                            "A change is made to the newest revision.",
                            "Load it again and repeat the change."));
        }
        return newest;
    }
}
