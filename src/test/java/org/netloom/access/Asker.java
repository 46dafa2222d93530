package org.netloom.access;

import org.netloom.workspace.AccessRefused.Reason;
import org.netloom.workspace.Action;
import org.netloom.workspace.Open;
import org.netloom.workspace.Role;

/** Everybody who may ask for something of a workspace. */
enum Asker {
    OWNER,
    EDITOR,
    VIEWER,
    /** Owner of another workspace, member of none other. */
    STRANGER,
    /** Looks after the installation, which opens no workspace. */
    ADMINISTRATOR,
    NOBODY,
    /** The owner through a token for reading. */
    READING_TOKEN,
    /** The owner of an archived workspace. */
    OF_ARCHIVED,
    /** An owner whose account was disabled after signing in. */
    DISABLED;

    /** How a door must answer. */
    sealed interface Answer {
        record Allowed() implements Answer {}

        record Refused(Reason reason) implements Answer {}

        /** Either is right, as long as nothing is changed. */
        record UnchangedAnyhow() implements Answer {}
    }

    Answer answerOf(Guard guard) {
        return switch (guard) {
            case Guard.ByRole byRole -> toWhatTakes(byRole.action());
            case Guard.OpenTo open -> toWhatIsOpen(open.to());
            case Guard.Missing missing -> throw new IllegalArgumentException("nothing is said of this door");
        };
    }

    private Answer toWhatTakes(Action action) {
        return switch (this) {
            case OWNER -> role(Role.OWNER, action);
            case EDITOR -> role(Role.EDITOR, action);
            case VIEWER -> role(Role.VIEWER, action);
            case STRANGER, ADMINISTRATOR -> refused(Reason.OTHER_WORKSPACE);
            case NOBODY, DISABLED -> refused(Reason.NOT_SIGNED_IN);
            case READING_TOKEN -> action.isChange() ? refused(Reason.ROLE_TOO_LOW) : new Answer.Allowed();
            case OF_ARCHIVED ->
                action.isChange() && action != Action.MANAGE ? refused(Reason.ARCHIVED) : new Answer.Allowed();
        };
    }

    private static Answer role(Role role, Action action) {
        return role.atLeast(action.least()) ? new Answer.Allowed() : refused(Reason.ROLE_TOO_LOW);
    }

    private Answer toWhatIsOpen(Open.To to) {
        boolean signedIn = this != NOBODY && this != DISABLED;
        return switch (to) {
            case EVERYONE -> new Answer.Allowed();
            case SIGNED_IN ->
                !signedIn
                        ? refused(Reason.NOT_SIGNED_IN)
                        : this == READING_TOKEN ? new Answer.UnchangedAnyhow() : new Answer.Allowed();
            case ADMINISTRATORS ->
                !signedIn
                        ? refused(Reason.NOT_SIGNED_IN)
                        : this == ADMINISTRATOR ? new Answer.Allowed() : refused(Reason.ROLE_TOO_LOW);
        };
    }

    private static Answer refused(Reason reason) {
        return new Answer.Refused(reason);
    }
}
