package org.netloom.layers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.netloom.design.Problem;
import org.netloom.design.Value;

/** Why a value is not one that its parameter takes. */
final class SettingProblems {

    private SettingProblems() {}

    static Problem unknown(String name, Collection<String> known) {
        return Problem.error(
                        "unknown-setting",
                        "There is no setting “" + name + "” here.",
                        "The settings are " + String.join(", ", known) + ".",
                        "Remove it or correct its name.")
                .of(name);
    }

    static Optional<Problem> check(Parameter parameter, Value value) {
        return switch (parameter.kind()) {
            case Parameter.Kind.Whole kind -> wholeProblem(parameter, kind, value);
            case Parameter.Kind.Real kind -> realProblem(parameter, kind, value);
            case Parameter.Kind.Flag kind ->
                value instanceof Value.Flag ? Optional.empty() : wrong(parameter, value, "It is either true or false.");
            case Parameter.Kind.Choice kind -> choiceProblem(parameter, kind, value);
            case Parameter.Kind.Dims kind -> dimsProblem(parameter, kind, value);
            case Parameter.Kind.Table kind -> tableProblem(parameter, value);
            case Parameter.Kind.Reference kind ->
                value instanceof Value.Text
                        ? Optional.empty()
                        : wrong(parameter, value, "It is the id of a " + kind.to() + ".");
        };
    }

    private static Optional<Problem> wholeProblem(Parameter parameter, Parameter.Kind.Whole kind, Value value) {
        boolean fits =
                value instanceof Value.Whole whole && whole.value() >= kind.least() && whole.value() <= kind.most();
        return fits
                ? Optional.empty()
                : wrong(
                        parameter,
                        value,
                        "It is a whole number from " + grouped(kind.least()) + " to " + grouped(kind.most()) + ".");
    }

    private static Optional<Problem> realProblem(Parameter parameter, Parameter.Kind.Real kind, Value value) {
        double number = switch (value) {
            case Value.Real real -> real.value();
            case Value.Whole whole -> whole.value();
            case Value.Flag flag -> Double.NaN;
            case Value.Text text -> Double.NaN;
            case Value.Dims dims -> Double.NaN;
            case Value.Table table -> Double.NaN;
        };
        boolean high = kind.leastOpen() ? number > kind.least() : number >= kind.least();
        boolean low = kind.mostOpen() ? number < kind.most() : number <= kind.most();
        if (high && low) {
            return Optional.empty();
        }
        String from = kind.leastOpen() ? "greater than " : "at least ";
        String to = kind.mostOpen() ? " and less than " : " and at most ";
        return wrong(
                parameter,
                value,
                "It is a number " + from + new Value.Real(kind.least()).text() + to + new Value.Real(kind.most()).text()
                        + ".");
    }

    private static Optional<Problem> choiceProblem(Parameter parameter, Parameter.Kind.Choice kind, Value value) {
        boolean known = value instanceof Value.Text
                && kind.options().stream().anyMatch(option -> option.id().equals(value.text()));
        return known
                ? Optional.empty()
                : wrong(
                        parameter,
                        value,
                        "It is one of "
                                + kind.options().stream()
                                        .map(Parameter.Option::id)
                                        .collect(Collectors.joining(", ")) + ".");
    }

    private static Optional<Problem> dimsProblem(Parameter parameter, Parameter.Kind.Dims kind, Value value) {
        boolean fits = value instanceof Value.Dims dims
                && !dims.value().isEmpty()
                && dims.value().size() <= kind.most()
                && dims.value().stream().allMatch(size -> size >= 1 && size <= 1_000_000_000L);
        return fits
                ? Optional.empty()
                : wrong(
                        parameter,
                        value,
                        kind.most() == 3
                                ? "It is one size (features), two (features × steps) or three (channels × height × width), each at least 1."
                                : "It is one size for both directions or two (height × width), each at least 1.");
    }

    private static Optional<Problem> tableProblem(Parameter parameter, Value value) {
        if (value instanceof Value.Table table) {
            List<List<Double>> rows = table.value();
            boolean even =
                    rows.stream().allMatch(row -> row.size() == rows.get(0).size() && !row.isEmpty());
            boolean finite = rows.stream().flatMap(List::stream).allMatch(Double::isFinite);
            if (even && finite && !rows.isEmpty()) {
                return Optional.empty();
            }
        }
        return wrong(parameter, value, "It is rows of numbers, all rows of the same length: 0.1 0.2; 0.3 0.4");
    }

    private static Optional<Problem> wrong(Parameter parameter, Value value, String expected) {
        return Optional.of(Problem.error(
                        "bad-setting",
                        parameter.label() + " is " + abridged(value.text()) + ".",
                        expected,
                        "Enter such a value, or clear the field to go back to the default.")
                .of(parameter.name()));
    }

    private static String abridged(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    private static String grouped(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }
}
