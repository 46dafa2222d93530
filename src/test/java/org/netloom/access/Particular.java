package org.netloom.access;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.netloom.access.Asker.Answer;
import org.netloom.workspace.AccessRefused.Reason;

/** Doors that answer somebody differently than their word alone would say, with the reason. Whoever adds one explains it. */
final class Particular {

    private static final Answer TOO_LOW = new Answer.Refused(Reason.ROLE_TOO_LOW);

    private static final Answer ALLOWED = new Answer.Allowed();

    private static final Answer ELSEWHERE = new Answer.Refused(Reason.OTHER_WORKSPACE);

    private static final Map<Asker, Answer> ONE_OF_TWO = Map.of(Asker.EDITOR, TOO_LOW, Asker.READING_TOKEN, TOO_LOW);

    private static final Map<Asker, Answer> FOR_ITS_AUTHOR = Map.of(Asker.EDITOR, TOO_LOW, Asker.VIEWER, TOO_LOW);

    private static final Map<Asker, Answer> FOR_ITS_OWNER =
            elsewhereFor(Asker.EDITOR, Asker.VIEWER, Asker.STRANGER, Asker.ADMINISTRATOR);

    private static final Map<Asker, Answer> FOR_NOBODY = elsewhereFor(
            Asker.OWNER, Asker.EDITOR, Asker.VIEWER, Asker.STRANGER, Asker.ADMINISTRATOR, Asker.OF_ARCHIVED);

    private static final Map<String, Map<Asker, Answer>> DOORS = Map.ofEntries(
            // Tokens are each person's own.
            Map.entry("Tokens.revoke", FOR_ITS_OWNER),
            Map.entry("DELETE /api/v1/tokens/{token}", FOR_ITS_OWNER),
            // Nobody has this identity, and no invitation has this secret.
            Map.entry("OwnAccount.disconnect", FOR_NOBODY),
            Map.entry("POST /api/v1/join", FOR_NOBODY),
            // Everybody may leave a workspace, and the viewer is asked about here; others are removed by owners. It is
            // a change.
            Map.entry("Members.remove", ONE_OF_TWO),
            Map.entry("DELETE /api/v1/workspaces/{workspace}/members/{account}", ONE_OF_TWO),
            // Where somebody was last is remembered with their account, which a token for reading may not change.
            Map.entry("Workspaces.enter", Map.of(Asker.READING_TOKEN, TOO_LOW)),
            // What was deleted has no members to speak of; its owners find it all the same.
            Map.entry(
                    "POST /api/v1/workspaces/{workspace}/restore",
                    Map.of(
                            Asker.EDITOR, TOO_LOW,
                            Asker.VIEWER, TOO_LOW,
                            Asker.STRANGER, ELSEWHERE,
                            Asker.ADMINISTRATOR, ELSEWHERE)),
            // What must not be seen from outside any longer must be possible to hide, in an archived workspace, too.
            Map.entry("Links.revoke", Map.of(Asker.OF_ARCHIVED, ALLOWED)),
            Map.entry("DELETE /api/v1/links/{link}", Map.of(Asker.OF_ARCHIVED, ALLOWED)),
            // People change their own words only, and the owner has written these.
            Map.entry("PATCH /api/v1/comments/{comment}", FOR_ITS_AUTHOR),
            Map.entry("DELETE /api/v1/comments/{comment}", FOR_ITS_AUTHOR));

    private static Map<Asker, Answer> elsewhereFor(Asker... askers) {
        return Arrays.stream(askers).collect(Collectors.toUnmodifiableMap(asker -> asker, asker -> ELSEWHERE));
    }

    private Particular() {}

    static Answer answer(String door, Guard guard, Asker asker) {
        Answer particular = DOORS.getOrDefault(door, Map.of()).get(asker);
        return particular != null ? particular : asker.answerOf(guard);
    }
}
