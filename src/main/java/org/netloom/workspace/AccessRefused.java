package org.netloom.workspace;

import org.netloom.design.Problem;

/** A request that may not be answered. Another workspace is answered as if it did not exist, so that nothing leaks. */
public final class AccessRefused extends RuntimeException {

    /** Why, with the HTTP status that says it. */
    public enum Reason {
        NOT_SIGNED_IN(401),
        OTHER_WORKSPACE(404),
        ROLE_TOO_LOW(403),
        ARCHIVED(409);

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

    /** A token for reading was used to change something. */
    public static AccessRefused readOnlyToken() {
        return new AccessRefused(
                Reason.ROLE_TOO_LOW,
                Problem.error(
                        "read-only-token",
                        "This token may only read.",
                        "A change takes a token with the scope write.",
                        "Make another token on your account page."));
    }

    public static AccessRefused notAdministrator() {
        return new AccessRefused(
                Reason.ROLE_TOO_LOW,
                Problem.error(
                        "not-administrator",
                        "Your account does not look after this installation.",
                        "This is left to its administrators.",
                        "Ask one of them."));
    }

    public static AccessRefused archived() {
        return new AccessRefused(
                Reason.ARCHIVED,
                Problem.error(
                        "archived",
                        "The workspace is archived.",
                        "What is archived can be looked at and downloaded, not changed.",
                        "Ask an owner to take it out of the archive."));
    }

    public static AccessRefused projectArchived() {
        return new AccessRefused(
                Reason.ARCHIVED,
                Problem.error(
                        "archived",
                        "The project is archived.",
                        "What is archived can be looked at, downloaded and copied, not changed.",
                        "Take it out of the archive, or change a copy of it."));
    }

    public Reason reason() {
        return reason;
    }

    public Problem problem() {
        return problem;
    }
}
