package org.netloom.design;

/** What may be in names and texts that people see: no control characters, which databases refuse and pages cannot show. */
public final class CleanName {

    private CleanName() {}

    /** Whether it is one readable line, which also reads in the order in which it is written. */
    public static boolean is(String name) {
        return name.codePoints().noneMatch(c -> Character.isISOControl(c) || isHalf(c) || turns(c));
    }

    /** Half of a pair that stands for one letter. */
    public static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Turns the direction of what follows, so that a name reads as another one. */
    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /**
     * The name without the space around it, or why it is none.
     *
     * @param longest number of characters
     * @param whose what it is the name of, at the beginning of a sentence: "A project"
     */
    public static Result<String> sound(String name, int longest, String whose) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > longest || !is(stripped)) {
            return Result.refused(Problem.error(
                            "bad-name",
                            stripped.isEmpty()
                                    ? "The name is empty."
                                    : stripped.length() > longest
                                            ? "The name has " + stripped.length() + " characters."
                                            : "The name has characters that cannot be seen.",
                            whose + "'s name has 1 to " + longest + " characters.",
                            "Type a shorter, visible name.")
                    .of("name"));
        }
        return Result.ok(stripped);
    }
}
