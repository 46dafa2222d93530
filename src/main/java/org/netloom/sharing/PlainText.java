package org.netloom.sharing;

import org.netloom.design.CleanName;
import org.netloom.design.Result;

/** What people write: any text, but no control characters, which databases refuse and pages cannot show. */
final class PlainText {

    private PlainText() {}

    /** The text without blanks around it and with plain line ends. */
    static Result<String> of(String field, String text, int least, int most) {
        String sound = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (sound.length() < least || sound.length() > most) {
            return Result.refused(SharingProblems.textLength(field, sound.length(), least, most));
        }
        boolean unreadable = sound.codePoints()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' || CleanName.isHalf(c));
        return unreadable ? Result.refused(SharingProblems.unreadable(field)) : Result.ok(sound);
    }
}
