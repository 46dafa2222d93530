package org.netloom.editor;

import org.netloom.design.CleanName;
import org.netloom.design.Problem;
import org.netloom.design.Result;

/** What a project may be called. */
final class ProjectName {

    static final int LONGEST = 100;

    private ProjectName() {}

    static Result<String> sound(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST || !CleanName.is(stripped)) {
            return Result.refused(Problem.error(
                            "bad-name",
                            stripped.isEmpty()
                                    ? "The name is empty."
                                    : stripped.length() > LONGEST
                                            ? "The name has " + stripped.length() + " characters."
                                            : "The name has characters that cannot be seen.",
                            "A project's name has 1 to " + LONGEST + " characters.",
                            "Type a shorter, visible name.")
                    .of("name"));
        }
        return Result.ok(stripped);
    }

    /** Of a copy that lies beside what it was copied from. */
    static String copyOf(String name) {
        String suffix = " (copy)";
        return name.length() + suffix.length() <= LONGEST
                ? name + suffix
                : name.substring(0, LONGEST - suffix.length()) + suffix;
    }
}
