package org.netloom.design;

import java.util.List;

/** What one example looks like on a wire; the batch dimension is never part of it. */
public sealed interface Shape {

    List<Long> dims();

    /** Numbers in one example. Saturates at {@link Long#MAX_VALUE} instead of overflowing. */
    default long size() {
        long size = 1;
        for (long dim : dims()) {
            try {
                size = Math.multiplyExact(size, dim);
            } catch (ArithmeticException tooLarge) {
                return Long.MAX_VALUE;
            }
        }
        return size;
    }

    /** The shape as shown on a wire, such as {@code 1 × 28 × 28}. */
    default String text() {
        return new Value.Dims(dims()).text();
    }

    /** A flat row of features. */
    record Vector(long features) implements Shape {
        @Override
        public List<Long> dims() {
            return List.of(features);
        }
    }

    /** A picture, channels first. */
    record Image(long channels, long height, long width) implements Shape {
        @Override
        public List<Long> dims() {
            return List.of(channels, height, width);
        }
    }

    /** A series of feature rows. */
    record Sequence(long features, long steps) implements Shape {
        @Override
        public List<Long> dims() {
            return List.of(features, steps);
        }
    }

    /** One size is a vector, two are a sequence (features × steps), three an image (channels × height × width). */
    static Shape of(List<Long> dims) {
        return switch (dims.size()) {
            case 1 -> new Vector(dims.get(0));
            case 2 -> new Sequence(dims.get(0), dims.get(1));
            case 3 -> new Image(dims.get(0), dims.get(1), dims.get(2));
            default -> throw new IllegalArgumentException("A shape has one to three dimensions, not " + dims);
        };
    }

    static Shape of(long... dims) {
        return of(java.util.Arrays.stream(dims).boxed().toList());
    }
}
