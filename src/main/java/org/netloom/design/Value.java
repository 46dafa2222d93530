package org.netloom.design;

import java.util.List;
import java.util.stream.Collectors;

/** A parameter's value as the document keeps it. */
public sealed interface Value {

    /** The value as a person would type it. */
    String text();

    record Whole(long value) implements Value {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    record Real(double value) implements Value {
        @Override
        public String text() {
            if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                return Long.toString((long) value);
            }
            return Double.toString(value);
        }
    }

    record Flag(boolean value) implements Value {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    record Text(String value) implements Value {
        @Override
        public String text() {
            return value;
        }
    }

    /** Sizes of dimensions, without the batch: {@code [channels, height, width]}. */
    record Dims(List<Long> value) implements Value {
        public Dims {
            value = List.copyOf(value);
        }

        @Override
        public String text() {
            return value.stream().map(String::valueOf).collect(Collectors.joining(" × "));
        }
    }

    /** Numbers in rows, for explicit initial weights: one row an input, one column a unit. */
    record Table(List<List<Double>> value) implements Value {
        public Table {
            value = value.stream().map(List::copyOf).toList();
        }

        @Override
        public String text() {
            return value.stream()
                    .map(row ->
                            row.stream().map(number -> new Real(number).text()).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("; "));
        }
    }

    static Value of(long value) {
        return new Whole(value);
    }

    static Value of(double value) {
        return new Real(value);
    }

    static Value of(boolean value) {
        return new Flag(value);
    }

    static Value of(String value) {
        return new Text(value);
    }

    static Value dims(long... sizes) {
        return new Dims(java.util.Arrays.stream(sizes).boxed().toList());
    }
}
