package org.netloom.access;

import java.util.Map;
import org.netloom.access.Asker.Answer;
import org.netloom.workspace.AccessRefused.Reason;

/** Doors that answer somebody differently than their word alone would say, with the reason. Whoever adds one explains it. */
final class Particular {

    private static final Answer TOO_LOW = new Answer.Refused(Reason.ROLE_TOO_LOW);

    private static final Answer ALLOWED = new Answer.Allowed();

    private static final Map<String, Map<Asker, Answer>> DOORS = Map.of(
            // Everybody may leave a workspace, and the viewer is asked about here; others are removed by owners. It is
            // a change.
            "Members.remove",
            Map.of(Asker.EDITOR, TOO_LOW, Asker.READING_TOKEN, TOO_LOW),
            // Where somebody was last is remembered with their account, which a token for reading may not change.
            "Workspaces.enter",
            Map.of(Asker.READING_TOKEN, TOO_LOW),
            // What must not be seen from outside any longer must be possible to hide, in an archived workspace, too.
            "Links.revoke",
            Map.of(Asker.OF_ARCHIVED, ALLOWED),
            "DELETE /api/v1/links/{link}",
            Map.of(Asker.OF_ARCHIVED, ALLOWED),
            // People change their own words only, and the owner has written these.
            "PATCH /api/v1/comments/{comment}",
            Map.of(Asker.EDITOR, TOO_LOW, Asker.VIEWER, TOO_LOW),
            "DELETE /api/v1/comments/{comment}",
            Map.of(Asker.EDITOR, TOO_LOW, Asker.VIEWER, TOO_LOW));

    private Particular() {}

    static Answer answer(String door, Guard guard, Asker asker) {
        Answer particular = DOORS.getOrDefault(door, Map.of()).get(asker);
        return particular != null ? particular : asker.answerOf(guard);
    }
}
