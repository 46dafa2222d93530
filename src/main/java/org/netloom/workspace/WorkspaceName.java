package org.netloom.workspace;

import org.netloom.design.CleanName;
import org.netloom.design.Result;

/** What a workspace may be called. Several may share a name; they are told apart by who is in them. */
final class WorkspaceName {

    static final int LONGEST = 100;

    private WorkspaceName() {}

    static Result<String> sound(String name) {
        return CleanName.sound(name, LONGEST, "A workspace");
    }
}
