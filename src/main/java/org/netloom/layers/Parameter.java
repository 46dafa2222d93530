package org.netloom.layers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Value;

/**
 * One setting, of a layer or of a training plan, described once: the form, the API and the checks follow from it.
 *
 * @param name stable name in documents and the API
 * @param label what a person reads
 * @param unit unit of the number, such as {@code epochs}; empty if it has none
 * @param defaultValue {@code null} only where the setting may be left empty
 * @param defaults other defaults, chosen by the value of another parameter
 * @param shownWhen asks for another parameter to have one of some values; {@code null}: always shown
 */
public record Parameter(
        String name,
        String label,
        String help,
        Kind kind,
        @Nullable Value defaultValue,
        @Nullable DefaultsBy defaults,
        @Nullable ShownWhen shownWhen,
        String group,
        String unit) {

    public static final String MAIN = "Main";

    /** What values it takes. */
    public sealed interface Kind {
        record Whole(long least, long most) implements Kind {}

        /** A number; the bounds themselves are allowed unless open. */
        record Real(double least, double most, boolean leastOpen, boolean mostOpen) implements Kind {}

        record Flag() implements Kind {}

        record Choice(List<Option> options) implements Kind {
            public Choice {
                options = List.copyOf(options);
            }
        }

        /** Sizes: of a shape (one to three), or of a window that slides over a picture (one for both directions, or two). */
        record Dims(int most) implements Kind {}

        /** Rows of numbers, or nothing. */
        record Table() implements Kind {}

        /** An id of something else, such as a dataset; who uses it knows which are there. */
        record Reference(String to) implements Kind {}
    }

    /** One of a choice. */
    public record Option(String id, String label, String help, String formula) {}

    public record ShownWhen(String parameter, Set<String> values) {}

    public record DefaultsBy(String parameter, Map<String, Value> values) {}

    private static Parameter plain(String name, String label, String help, Kind kind, @Nullable Value value) {
        return new Parameter(name, label, help, kind, value, null, null, MAIN, "");
    }

    public static Parameter whole(String name, String label, long value, long least, long most, String help) {
        return plain(name, label, help, new Kind.Whole(least, most), Value.of(value));
    }

    /** A whole number that may be left empty. */
    public static Parameter optionalWhole(String name, String label, long least, long most, String help) {
        return plain(name, label, help, new Kind.Whole(least, most), null);
    }

    public static Parameter real(String name, String label, double value, double least, double most, String help) {
        return plain(name, label, help, new Kind.Real(least, most, false, false), Value.of(value));
    }

    /** A number strictly between the bounds. */
    public static Parameter between(String name, String label, double value, double least, double most, String help) {
        return plain(name, label, help, new Kind.Real(least, most, true, true), Value.of(value));
    }

    /** A number from {@code least} up to, but not including, {@code most}. */
    public static Parameter below(String name, String label, double value, double least, double most, String help) {
        return plain(name, label, help, new Kind.Real(least, most, false, true), Value.of(value));
    }

    public static Parameter flag(String name, String label, boolean value, String help) {
        return plain(name, label, help, new Kind.Flag(), Value.of(value));
    }

    public static Parameter choice(String name, String label, String value, List<Option> options, String help) {
        return plain(name, label, help, new Kind.Choice(options), Value.of(value));
    }

    public static Parameter dims(String name, String label, Value value, String help) {
        return plain(name, label, help, new Kind.Dims(3), value);
    }

    /** Height and width of something that slides over a picture; one size stands for both. Empty where there is no default. */
    public static Parameter window(String name, String label, @Nullable Value value, String help) {
        return plain(name, label, help, new Kind.Dims(2), value);
    }

    public static Parameter table(String name, String label, String help) {
        return plain(name, label, help, new Kind.Table(), null);
    }

    public static Parameter reference(String name, String label, String to, String value, String help) {
        return plain(name, label, help, new Kind.Reference(to), Value.of(value));
    }

    public Parameter in(String newGroup) {
        return new Parameter(name, label, help, kind, defaultValue, defaults, shownWhen, newGroup, unit);
    }

    public Parameter shownWhen(String parameter, String... values) {
        return new Parameter(
                name, label, help, kind, defaultValue, defaults, new ShownWhen(parameter, Set.of(values)), group, unit);
    }

    public Parameter defaultsBy(String parameter, Map<String, Value> values) {
        return new Parameter(
                name, label, help, kind, defaultValue, new DefaultsBy(parameter, values), shownWhen, group, unit);
    }

    public Parameter in(String newGroup, String newUnit) {
        return new Parameter(name, label, help, kind, defaultValue, defaults, shownWhen, newGroup, newUnit);
    }

    public Parameter unit(String newUnit) {
        return in(group, newUnit);
    }
}
