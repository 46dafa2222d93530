package org.netloom.layers;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What slides over a picture (height × width) or a sequence (steps): one number of each list for each direction.
 *
 * @param dilation steps between neighbours in the kernel; 1: none is skipped
 */
public record Window(List<Long> kernel, List<Long> stride, List<Long> dilation, Padding padding) {

    /** What happens at the borders, as TensorFlow and Keras define it. */
    public enum Padding {
        /** The window stays inside. */
        VALID("valid", "Valid", "Nothing is added: the window stays inside, and the result shrinks."),
        /** Zeros on both sides, the odd one at the end. */
        SAME("same", "Same", "Zeros all round: with stride 1 the result is as large as the input."),
        /** Zeros before the first step only. */
        CAUSAL("causal", "Causal", "Zeros before the first step only: no step sees later ones.");

        private final String id;
        private final String label;
        private final String help;

        Padding(String id, String label, String help) {
            this.id = id;
            this.label = label;
            this.help = help;
        }

        public String id() {
            return id;
        }

        public Parameter.Option option() {
            return new Parameter.Option(id, label, help, "");
        }

        public static Padding byId(String id) {
            for (Padding each : values()) {
                if (each.id.equals(id)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("No padding " + id);
        }
    }

    public Window {
        kernel = List.copyOf(kernel);
        stride = List.copyOf(stride);
        dilation = List.copyOf(dilation);
    }

    /** One number for each of two directions; a single number stands for both. */
    public static List<Long> both(List<Long> sizes) {
        return sizes.size() == 1 ? Collections.nCopies(2, sizes.get(0)) : sizes;
    }

    public int directions() {
        return kernel.size();
    }

    /** From the first to the last number under the kernel, those between included. */
    public long reach(int direction) {
        return Saturating.plus(1, Saturating.times(kernel.get(direction) - 1, dilation.get(direction)));
    }

    /** Places of the kernel. */
    public long area() {
        return kernel.stream().reduce(1L, Saturating::times);
    }

    /** How many places it finds in {@code size} numbers; zero or less where the kernel is larger. */
    public long places(int direction, long size) {
        long step = stride.get(direction);
        return switch (padding) {
            case VALID -> size < reach(direction) ? 0 : (size - reach(direction)) / step + 1;
            case SAME, CAUSAL -> (size - 1) / step + 1;
        };
    }

    /** What a transposed convolution makes of {@code size} numbers. */
    public long spread(int direction, long size) {
        long step = stride.get(direction);
        return padding == Padding.VALID
                ? Saturating.plus(Saturating.times(size - 1, step), reach(direction))
                : Saturating.times(size, step);
    }

    /** Zeros that padding adds in all; negative where the stride leaves some numbers out at the end. */
    public long zeros(int direction, long size) {
        return (places(direction, size) - 1) * stride.get(direction) + reach(direction) - size;
    }

    public Window with(Padding other) {
        return new Window(kernel, stride, dilation, other);
    }

    /** Such as {@code 3 × 3}. */
    public String text() {
        return kernel.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }
}
