package org.netloom.layers;

import java.util.List;
import java.util.Optional;
import org.netloom.design.Shape;

/**
 * What layers are made of. Every target (engine, export formats) handles every operation in one exhaustive {@code switch}.
 */
public sealed interface Op {

    /** Trainable numbers that the operation holds. */
    default long parameters() {
        return 0;
    }

    /** Floating point operations of one forward pass of one example; a multiply-add counts as two. */
    default long flops() {
        return 0;
    }

    /** Where one example enters. */
    record Feed(Shape shape) implements Op {}

    /**
     * {@code y = x W + b}, x of {@code inputs} numbers, y of {@code units}.
     *
     * @param weights explicit initial W, {@code inputs} rows of {@code units} numbers
     * @param biases explicit initial b, {@code units} numbers
     * @param trainBias whether b is learned; if not it keeps its initial values
     */
    record Linear(
            long inputs,
            long units,
            boolean bias,
            boolean trainBias,
            Initializer initializer,
            double biasStart,
            double l1,
            double l2,
            Optional<List<List<Double>>> weights,
            Optional<List<Double>> biases)
            implements Op {
        @Override
        public long parameters() {
            return Saturating.plus(Saturating.times(inputs, units), bias ? units : 0);
        }

        @Override
        public long flops() {
            return Saturating.plus(Saturating.times(2, Saturating.times(inputs, units)), bias ? units : 0);
        }
    }

    /** Applies an activation to every number (softmax: to each row). */
    record Activate(Activation activation, long size) implements Op {
        @Override
        public long flops() {
            return activation.kind() == Activation.Kind.IDENTITY ? 0 : size;
        }
    }

    /** Randomly disturbs while training, does nothing otherwise. */
    record Drop(Kind kind, double rate) implements Op {
        /** Zeroing with rescaling, alpha dropout (for SELU), multiplicative Gaussian noise. */
        public enum Kind {
            STANDARD,
            ALPHA,
            GAUSSIAN
        }
    }

    /** The same numbers in another shape, in row-major order (channels first). */
    record Reshape(Shape from, Shape to) implements Op {}

    /** Several inputs into one. */
    record Merge(Kind kind, List<Shape> inputs) implements Op {
        public enum Kind {
            ADD,
            CONCATENATE
        }

        public Merge {
            inputs = List.copyOf(inputs);
        }

        @Override
        public long flops() {
            return kind == Kind.ADD
                    ? Saturating.times(inputs.size() - 1L, inputs.get(0).size())
                    : 0;
        }
    }
}
