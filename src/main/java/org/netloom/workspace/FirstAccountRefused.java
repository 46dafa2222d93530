package org.netloom.workspace;

import org.netloom.design.Problem;

/** The account named by {@code NETLOOM_ADMIN_EMAIL} cannot be made. */
public final class FirstAccountRefused extends RuntimeException {

    private final transient Problem problem;

    FirstAccountRefused(Problem problem) {
        super(problem.text(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
