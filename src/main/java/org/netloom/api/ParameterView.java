package org.netloom.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Value;
import org.netloom.layers.Parameter;

/** One setting of a layer or of a training plan. */
@Schema(name = "Parameter")
record ParameterView(
        String name,
        String label,
        String help,

        @Schema(
                description = "dims is a list of one to three whole sizes; table is a list of rows of numbers.",
                allowableValues = {"whole", "real", "flag", "choice", "dims", "table", "reference"})
        String kind,

        @Schema(description = "Value where nothing is set; null where it may stay empty.") @Nullable
        Object defaultValue,

        @Schema(description = "Other defaults, chosen by the value of another parameter.") @Nullable
        DefaultsByView defaultsBy,

        @Schema(description = "Least number.") @Nullable Number least,
        @Schema(description = "Greatest number.") @Nullable Number most,

        @Schema(description = "The least number itself is not allowed.")
        boolean leastOpen,

        @Schema(description = "The greatest number itself is not allowed.")
        boolean mostOpen,

        @Schema(description = "The values of a choice.") List<OptionView> options,

        @Schema(description = "What a reference refers to, such as dataset.") @Nullable
        String refersTo,

        @Schema(description = "It only means something when another parameter has one of these values.") @Nullable
        ShownWhenView shownWhen,

        String group,
        String unit) {

    @Schema(name = "ParameterOption")
    record OptionView(String id, String label, String help, String formula) {}

    @Schema(name = "ParameterShownWhen")
    record ShownWhenView(String parameter, Set<String> values) {}

    @Schema(name = "ParameterDefaultsBy")
    record DefaultsByView(String parameter, Map<String, Object> values) {}

    static ParameterView of(Parameter parameter) {
        Value value = parameter.defaultValue();
        Parameter.DefaultsBy by = parameter.defaults();
        Parameter.ShownWhen when = parameter.shownWhen();
        Range range = Range.of(parameter.kind());
        return new ParameterView(
                parameter.name(),
                parameter.label(),
                parameter.help(),
                kind(parameter.kind()),
                value == null ? null : plain(value),
                by == null ? null : new DefaultsByView(by.parameter(), plain(by.values())),
                range.least,
                range.most,
                range.leastOpen,
                range.mostOpen,
                options(parameter.kind()),
                parameter.kind() instanceof Parameter.Kind.Reference reference ? reference.to() : null,
                when == null ? null : new ShownWhenView(when.parameter(), new java.util.TreeSet<>(when.values())),
                parameter.group(),
                parameter.unit());
    }

    private record Range(@Nullable Number least, @Nullable Number most, boolean leastOpen, boolean mostOpen) {
        static Range of(Parameter.Kind kind) {
            return switch (kind) {
                case Parameter.Kind.Whole whole -> new Range(whole.least(), whole.most(), false, false);
                case Parameter.Kind.Real real ->
                    new Range(real.least(), real.most(), real.leastOpen(), real.mostOpen());
                case Parameter.Kind.Flag flag -> NONE;
                case Parameter.Kind.Choice choice -> NONE;
                case Parameter.Kind.Dims dims -> NONE;
                case Parameter.Kind.Table table -> NONE;
                case Parameter.Kind.Reference reference -> NONE;
            };
        }

        private static final Range NONE = new Range(null, null, false, false);
    }

    private static String kind(Parameter.Kind kind) {
        return switch (kind) {
            case Parameter.Kind.Whole whole -> "whole";
            case Parameter.Kind.Real real -> "real";
            case Parameter.Kind.Flag flag -> "flag";
            case Parameter.Kind.Choice choice -> "choice";
            case Parameter.Kind.Dims dims -> "dims";
            case Parameter.Kind.Table table -> "table";
            case Parameter.Kind.Reference reference -> "reference";
        };
    }

    private static List<OptionView> options(Parameter.Kind kind) {
        return kind instanceof Parameter.Kind.Choice choice
                ? choice.options().stream()
                        .map(option -> new OptionView(option.id(), option.label(), option.help(), option.formula()))
                        .toList()
                : List.of();
    }

    private static Map<String, Object> plain(Map<String, Value> values) {
        Map<String, Object> plain = new java.util.TreeMap<>();
        values.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    /** A value as a JSON mapper writes it of its own accord. */
    static Object plain(Value value) {
        return switch (value) {
            case Value.Whole whole -> whole.value();
            case Value.Real real -> real.value();
            case Value.Flag flag -> flag.value();
            case Value.Text text -> text.value();
            case Value.Dims dims -> dims.value();
            case Value.Table table -> table.value();
        };
    }
}
