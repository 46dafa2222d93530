package org.netloom.workspace;

import org.netloom.design.CleanName;
import org.netloom.design.Problem;
import org.netloom.design.Result;

/** What a workspace may be called. Several may share a name; they are told apart by who is in them. */
final class WorkspaceName {

    static final int LONGEST = 100;

    private WorkspaceName() {}

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
                            "A workspace's name has 1 to " + LONGEST + " characters.",
                            "Type a shorter, visible name.")
                    .of("name"));
        }
        return Result.ok(stripped);
    }
}
