package org.netloom.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong, told so that a person can mend it.
 *
 * @param code stable name for programs, such as {@code shape-mismatch}
 * @param layer id of the layer it belongs to, if it belongs to one
 * @param parameter name of the parameter (of that layer, or of the plan), if it belongs to one
 * @param what what happened
 * @param expected what was expected instead
 * @param fix how to fix it
 * @param repairs edits that would remove it, each one click
 */
public record Problem(
        String code,
        Severity severity,
        @Nullable String layer,
        @Nullable String parameter,
        String what,
        String expected,
        String fix,
        List<Repair> repairs) {

    /** Errors keep a design from being trained; warnings do not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Problem {
        repairs = List.copyOf(repairs);
    }

    public static Problem error(String code, String what, String expected, String fix) {
        return new Problem(code, Severity.ERROR, null, null, what, expected, fix, List.of());
    }

    public static Problem warning(String code, String what, String expected, String fix) {
        return new Problem(code, Severity.WARNING, null, null, what, expected, fix, List.of());
    }

    public Problem at(@Nullable String layerId) {
        return new Problem(code, severity, layerId, parameter, what, expected, fix, repairs);
    }

    public Problem of(@Nullable String parameterName) {
        return new Problem(code, severity, layer, parameterName, what, expected, fix, repairs);
    }

    public Problem with(List<Repair> offered) {
        return new Problem(code, severity, layer, parameter, what, expected, fix, offered);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** All three sentences, for a log line or a plain message. */
    public String text() {
        return what + " " + expected + " " + fix;
    }
}
