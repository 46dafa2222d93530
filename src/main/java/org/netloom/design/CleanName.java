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
}
