package org.netloom.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as a JSON object: whole and real numbers, true/false, text, {@code [1, 28, 28]} for sizes, {@code [[0.1, 0.2]]} for
 * rows of numbers.
 */
public final class ValuesJson {

    private static final int MOST_VALUES = 500;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_CELLS = 100_000;

    private ValuesJson() {}

    public static ObjectNode write(Map<String, Value> values) {
        ObjectNode object = Json.object();
        values.forEach((name, value) -> put(object, name, value));
        return object;
    }

    private static void put(ObjectNode object, String name, Value value) {
        switch (value) {
            case Value.Whole whole -> object.put(name, whole.value());
            case Value.Real real -> object.put(name, real.value());
            case Value.Flag flag -> object.put(name, flag.value());
            case Value.Text text -> object.put(name, text.value());
            case Value.Dims dims -> {
                ArrayNode array = object.putArray(name);
                dims.value().forEach(array::add);
            }
            case Value.Table table -> {
                ArrayNode rows = object.putArray(name);
                table.value().forEach(row -> {
                    ArrayNode cells = rows.addArray();
                    row.forEach(cells::add);
                });
            }
        }
    }

    /** Reads settings; {@code null} members are left out. */
    public static Result<Map<String, Value>> read(JsonNode node) {
        if (!node.isObject()) {
            return Result.refused(Problem.error(
                    "bad-document",
                    "The settings are not a JSON object.",
                    "An object of names and values was expected.",
                    "Write them as {\"name\": value, …}."));
        }
        Optional<Problem> tooMuch = tooMuch(node);
        if (tooMuch.isPresent()) {
            return Result.refused(tooMuch.get());
        }
        Map<String, Value> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                Optional<Value> value = value(entry.getValue());
                value.ifPresentOrElse(
                        found -> values.put(entry.getKey(), found), () -> problems.add(badValue(entry.getKey())));
            }
        });
        return problems.isEmpty() ? Result.ok(values) : Result.refused(problems);
    }

    private static Optional<Problem> tooMuch(JsonNode node) {
        if (node.size() <= MOST_VALUES
                && node.properties().stream()
                        .allMatch(entry -> entry.getKey().length() <= LONGEST_NAME && isSmall(entry.getValue()))) {
            return Optional.empty();
        }
        return Optional.of(Problem.error(
                "bad-document",
                "There are too many settings, or one is too long.",
                "There are at most " + MOST_VALUES + " settings, with names of at most " + LONGEST_NAME
                        + " characters, texts of at most " + LONGEST_TEXT + " characters and lists of at most "
                        + MOST_CELLS + " numbers.",
                "Leave out what is too much."));
    }

    private static boolean isSmall(JsonNode value) {
        if (value.isArray()) {
            return value.size() <= MOST_CELLS
                    && value.valueStream()
                                    .mapToLong(row -> Math.max(1, row.size()))
                                    .sum()
                            <= MOST_CELLS;
        }
        return !value.isString() || value.stringValue().length() <= LONGEST_TEXT;
    }

    private static Problem badValue(String name) {
        return Problem.error(
                        "bad-document",
                        "The value of “" + name + "” cannot be read.",
                        "A number, true or false, text, a list of whole sizes or a list of rows of numbers was expected.",
                        "Correct the value.")
                .of(name);
    }

    private static Optional<Value> value(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? Optional.of(Value.of(node.longValue())) : Optional.empty();
        }
        if (node.isNumber()) {
            double number = node.doubleValue();
            return Double.isFinite(number) ? Optional.of(Value.of(number)) : Optional.empty();
        }
        if (node.isBoolean()) {
            return Optional.of(Value.of(node.booleanValue()));
        }
        if (node.isString()) {
            return Optional.of(Value.of(node.stringValue()));
        }
        if (node.isArray() && !node.isEmpty()) {
            return node.get(0).isArray() ? table(node) : dims(node);
        }
        return Optional.empty();
    }

    private static Optional<Value> dims(JsonNode array) {
        List<Long> sizes = new ArrayList<>();
        for (JsonNode each : array) {
            if (!each.isIntegralNumber() || !each.canConvertToLong()) {
                return Optional.empty();
            }
            sizes.add(each.longValue());
        }
        return Optional.of(new Value.Dims(sizes));
    }

    private static Optional<Value> table(JsonNode array) {
        List<List<Double>> rows = new ArrayList<>();
        for (JsonNode row : array) {
            List<Double> cells = new ArrayList<>();
            for (JsonNode cell : row) {
                if (!cell.isNumber() || !Double.isFinite(cell.doubleValue())) {
                    return Optional.empty();
                }
                cells.add(cell.doubleValue());
            }
            rows.add(cells);
        }
        return Optional.of(new Value.Table(rows));
    }
}
