package org.netloom.workspace;

import org.netloom.design.Problem;

/** Why somebody cannot be let in, changed or shown out. */
final class MemberProblems {

    private MemberProblems() {}

    static Problem noRole(String role) {
        return Problem.error(
                        "unknown-role",
                        role.isBlank() ? "No role was given." : "There is no role “" + role + "”.",
                        "A member is owner, editor or viewer.",
                        "Choose one of them.")
                .of("role");
    }

    static Problem noAccount(String email) {
        return Problem.error(
                        "no-account",
                        email.isBlank()
                                ? "No e-mail address was given."
                                : "Nobody signs in here with the address " + email + ".",
                        "The address of an account of this installation.",
                        "Check the spelling, or send an invitation; whoever accepts it gets an account.")
                .of("email");
    }

    static Problem alreadyIn(String name) {
        return Problem.error(
                        "already-member",
                        name + " is a member already.",
                        "Everyone is in a workspace once, with one role.",
                        "Change the role in the list of members.")
                .of("email");
    }

    static Problem lastOwner(String name) {
        return Problem.error(
                "last-owner",
                name + " is the only owner who can sign in.",
                "A workspace always has one, so that somebody can look after it.",
                "Make another member owner first; or delete the workspace, if nobody needs it.");
    }

    static Problem personal(String name) {
        return Problem.error(
                "personal-workspace",
                "This is the personal workspace of " + name + ".",
                "Its person always owns it.",
                "Move what belongs to others into another workspace.");
    }
}
