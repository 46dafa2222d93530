package org.netloom.workspace;

import org.netloom.design.Problem;

/** A request that may not be answered. Another workspace is answered as if it did not exist, so that nothing leaks. */
public final class AccessRefused extends RuntimeException {

    /** Why, with the HTTP status that says it. */
    public enum Reason {
        NOT_SIGNED_IN(401),
        OTHER_WORKSPACE(404),
        ROLE_TOO_LOW(403);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final transient Problem problem;
    private final Reason reason;

    private AccessRefused(Reason reason, Problem problem) {
        super(problem.text(), null, false, false);
        this.reason = reason;
        this.problem = problem;
    }

    public static AccessRefused notSignedIn() {
        return new AccessRefused(
                Reason.NOT_SIGNED_IN,
                Problem.error(
                        "not-signed-in",
                        "Nobody is signed in.",
                        "Everything but the sign-in page needs an account.",
                        "Sign in, or send a token as 'Authorization: Bearer …'."));
    }

    public static AccessRefused otherWorkspace() {
        return new AccessRefused(
                Reason.OTHER_WORKSPACE,
                Problem.error(
                        "not-found",
                        "There is nothing at this address.",
                        "It may have been deleted, or belong to a workspace you are not a member of.",
                        "Check the address, or ask an owner of the workspace to add you."));
    }

    public static AccessRefused roleTooLow(Role has, Role needed) {
        return new AccessRefused(
                Reason.ROLE_TOO_LOW,
                Problem.error(
                        "role-too-low",
                        "Your role here is " + has.name().toLowerCase(java.util.Locale.ROOT) + ".",
                        "This needs the role " + needed.name().toLowerCase(java.util.Locale.ROOT) + ".",
                        "Ask an owner of the workspace to change your role."));
    }

    public Reason reason() {
        return reason;
    }

    public Problem problem() {
        return problem;
    }
}
