package org.netloom.workspace;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.netloom.design.Problem;

/** Why there is no room. */
public final class QuotaProblems {

    private static final long GIGABYTE = 1_000_000_000L;
    private static final long MEGABYTE = 1_000_000L;

    private QuotaProblems() {}

    static Problem projects(int has) {
        return Problem.error(
                "too-many-projects",
                "The workspace has " + has + " projects, deleted ones that can be brought back included.",
                "It may have that many at most.",
                "Delete some and wait until they are gone, use another workspace, or ask an administrator for more room.");
    }

    static Problem waitingRuns(int waiting) {
        return Problem.error(
                "queue-full",
                waiting + " runs are waiting already.",
                "A workspace may have at most that many waiting at once.",
                "Wait until some have been trained, stop runs that are no longer needed, or add a worker.");
    }

    static Problem bytes(long has, long most) {
        return Problem.error(
                "storage-full",
                "The workspace keeps " + size(has) + " of trained models and checkpoints.",
                "It may keep " + size(most) + ".",
                "Delete projects whose runs are no longer needed, or ask an administrator for more room.");
    }

    public static Problem layers(long has, long most) {
        return Problem.error(
                "too-many-layers",
                "The design would have " + number(has) + " layers.",
                "A design in this workspace has at most " + number(most) + ".",
                "Use fewer layers or repeats, or ask an administrator for more room.");
    }

    public static Problem parameters(long has, long most) {
        return Problem.error(
                "too-many-parameters",
                "The design would have " + number(has) + " parameters.",
                "A design in this workspace has at most " + number(most) + ".",
                "Make the largest layer smaller, or ask an administrator for more room.");
    }

    static Problem negative() {
        return Problem.error(
                "negative-quota",
                "A limit is below zero.",
                "Limits are whole numbers from 0 up; null is as everywhere.",
                "Correct the number.");
    }

    static boolean isNegative(Quota.Exemption limits) {
        return Stream.of(limits.waitingRuns(), limits.bytes(), limits.parameters(), limits.layers(), limits.projects())
                .filter(Objects::nonNull)
                .anyMatch(limit -> limit.longValue() < 0);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String size(long bytes) {
        return bytes >= GIGABYTE
                ? String.format(Locale.ROOT, "%.1f GB", (double) bytes / GIGABYTE)
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE);
    }
}
