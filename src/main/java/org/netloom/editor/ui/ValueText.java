package org.netloom.editor.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.netloom.design.Value;
import org.netloom.layers.Parameter.Kind;

/** Values as people type them. */
final class ValueText {

    private ValueText() {}

    /** The value that the text means; empty if it means none. Whether it is in range is checked elsewhere. */
    static Optional<Value> parse(Kind kind, String text) {
        String typed = text.strip();
        try {
            return switch (kind) {
                case Kind.Whole whole -> Optional.of(Value.of(Long.parseLong(typed.replaceAll("[\\s,_']", ""))));
                case Kind.Real real -> Optional.of(Value.of(Double.parseDouble(typed)));
                case Kind.Dims dims -> dims(typed);
                case Kind.Table table -> table(typed);
                case Kind.Flag flag -> Optional.of(Value.of(Boolean.parseBoolean(typed)));
                case Kind.Choice choice -> Optional.of(Value.of(typed));
                case Kind.Reference reference -> Optional.of(Value.of(typed));
            };
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Value> dims(String text) {
        List<Long> sizes = Arrays.stream(text.split("[×xX*,;\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(Long::parseLong)
                .toList();
        return sizes.isEmpty() ? Optional.empty() : Optional.of(new Value.Dims(sizes));
    }

    private static Optional<Value> table(String text) {
        List<List<Double>> rows = new ArrayList<>();
        for (String line : text.split("[;\\n]+")) {
            if (!line.isBlank()) {
                rows.add(Arrays.stream(line.strip().split("[,\\s]+"))
                        .map(Double::parseDouble)
                        .toList());
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Value.Table(rows));
    }

    static String expectation(Kind kind) {
        return switch (kind) {
            case Kind.Whole whole -> "A whole number, such as 64.";
            case Kind.Real real -> "A number, such as 0.001 or 1e-3.";
            case Kind.Dims dims ->
                dims.most() == 3 ? "One to three sizes, such as 1 × 28 × 28." : "One or two sizes, such as 3 × 3.";
            case Kind.Table table -> "Rows of numbers, such as 0.1 0.2; 0.3 0.4.";
            case Kind.Flag flag -> "Yes or no.";
            case Kind.Choice choice -> "One of the list.";
            case Kind.Reference reference -> "One of the list.";
        };
    }
}
