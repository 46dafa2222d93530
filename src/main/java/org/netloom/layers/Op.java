package org.netloom.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netloom.design.Shape;

/**
 * What layers are made of. Every target (engine, export formats) handles every operation in one exhaustive {@code switch}.
 */
public sealed interface Op {

    /** Numbers that the operation holds: those that are learned, and those that are followed such as running means. */
    default long parameters() {
        return 0;
    }

    /** Floating point operations of one forward pass of one example; a multiply-add counts as two. */
    default long flops() {
        return 0;
    }

    /** Further numbers for one example that are needed while the operation is at work, beside what flows in and out. */
    default long scratch() {
        return 0;
    }

    /** Where one example enters. */
    record Feed(Shape shape) implements Op {}

    /**
     * {@code y = x W + b}, x of {@code inputs} numbers, y of {@code units}; at every step of a sequence with the same W and b.
     *
     * @param from a vector or a sequence
     * @param weights explicit initial W, {@code inputs} rows of {@code units} numbers
     * @param biases explicit initial b, {@code units} numbers
     * @param trainBias whether b is learned; if not it keeps its initial values
     */
    record Linear(
            Shape from,
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
        public long inputs() {
            return from.dims().get(0);
        }

        public long steps() {
            return from instanceof Shape.Sequence sequence ? sequence.steps() : 1;
        }

        @Override
        public long parameters() {
            return Saturating.plus(Saturating.times(inputs(), units), bias ? units : 0);
        }

        @Override
        public long flops() {
            long each = Saturating.plus(Saturating.times(2, Saturating.times(inputs(), units)), bias ? units : 0);
            return Saturating.times(steps(), each);
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
        /** Zeroing with rescaling, alpha dropout (for SELU), multiplicative Gaussian noise, zeroing of whole channels. */
        public enum Kind {
            STANDARD,
            ALPHA,
            GAUSSIAN,
            SPATIAL
        }
    }

    /** The same numbers in another shape, in row-major order (channels first). */
    record Reshape(Shape from, Shape to) implements Op {}

    /** Several inputs into one. */
    record Merge(Kind kind, List<Shape> inputs) implements Op {
        /** All but the last take inputs of one shape and work number by number. */
        public enum Kind {
            ADD,
            SUBTRACT,
            MULTIPLY,
            AVERAGE,
            MAXIMUM,
            CONCATENATE
        }

        public Merge {
            inputs = List.copyOf(inputs);
        }

        @Override
        public long flops() {
            return kind == Kind.CONCATENATE
                    ? 0
                    : Saturating.times(inputs.size() - 1L, inputs.get(0).size());
        }
    }

    /** Looks up a learned row of {@code size} numbers for each whole code below {@code vocabulary}; a sequence comes out. */
    record Embed(long vocabulary, long size, long steps, boolean maskZero) implements Op {
        @Override
        public long parameters() {
            return Saturating.times(vocabulary, size);
        }
    }

    /** Adds a row of numbers to each step that tells its place: sinusoids, or learned ones. */
    record EncodePositions(Shape.Sequence shape, boolean learned) implements Op {
        @Override
        public long parameters() {
            return learned ? shape.size() : 0;
        }

        @Override
        public long flops() {
            return shape.size();
        }
    }

    /** Layer normalisation over the features (of an image: the channels) at each position. */
    record NormalizeFeatures(Shape shape, double epsilon, boolean scale, boolean center) implements Op {
        @Override
        public long parameters() {
            return (scale ? shape.dims().get(0) : 0) + (center ? shape.dims().get(0) : 0);
        }

        @Override
        public long flops() {
            return Saturating.times(8, shape.size());
        }
    }

    /**
     * Scaled dot-product attention. Its first input asks, its last one is asked (one input: it asks itself).
     *
     * @param size numbers of a query, key and value in each head
     * @param projected whether queries, keys, values and what comes out pass through weights of their own
     */
    record Attend(
            Shape.Sequence query,
            Shape.Sequence memory,
            long heads,
            long size,
            boolean projected,
            boolean bias,
            boolean causal,
            Initializer initializer)
            implements Op {

        /** The weights before and after the attention, in the order query, key, value, output; none unless projected. */
        public List<Linear> projections() {
            if (!projected) {
                return List.of();
            }
            long width = Saturating.times(heads, size);
            return List.of(
                    linear(query, width),
                    linear(memory, width),
                    linear(memory, width),
                    linear(new Shape.Sequence(width, query.steps()), query.features()));
        }

        private Linear linear(Shape from, long units) {
            return new Linear(from, units, bias, true, initializer, 0, 0, 0, Optional.empty(), Optional.empty());
        }

        @Override
        public long parameters() {
            return projections().stream().mapToLong(Linear::parameters).reduce(0, Saturating::plus);
        }

        @Override
        public long flops() {
            long tables =
                    Saturating.times(Saturating.times(query.steps(), memory.steps()), Saturating.times(heads, size));
            return projections().stream()
                    .mapToLong(Linear::flops)
                    .reduce(Saturating.times(4, tables), Saturating::plus);
        }
    }

    /** Only some of the features (of an image: channels), both ends included, counted from 0. */
    record Take(Shape from, long first, long last) implements Op {}

    /** The dimensions in another order: place i of what comes out is dimension {@code order[i]} of what goes in, from 0. */
    record Permute(Shape from, List<Integer> order) implements Op {
        public Permute {
            order = List.copyOf(order);
        }

        public Shape to() {
            return Shape.of(order.stream().map(from.dims()::get).toList());
        }
    }

    /** {@code y = x for x ≥ 0, else α x} with a learned α for each number, or for each feature or channel. */
    record LearnedLeak(Shape shape, boolean shared, double start) implements Op {
        @Override
        public long parameters() {
            return shared ? shape.dims().get(0) : shape.size();
        }

        @Override
        public long flops() {
            return shape.size();
        }
    }

    /** {@code y = factor x + offset}, number by number. */
    record Rescale(Shape shape, double factor, double offset) implements Op {
        @Override
        public long flops() {
            return Saturating.times(2, shape.size());
        }
    }

    /**
     * Slides learned kernels over a picture (channels × height × width) or a sequence (features × steps).
     *
     * @param multiplier kernels for each channel, where the channels are looked at one by one
     */
    record Conv(
            Kind kind,
            Shape input,
            Shape output,
            Window window,
            long multiplier,
            boolean bias,
            Initializer initializer,
            double l1,
            double l2)
            implements Op {

        public enum Kind {
            /** Every kernel reaches through all channels. */
            FULL,
            /** The other way round: every number of the input spreads over the kernel. */
            TRANSPOSED,
            /** Kernels for each channel alone. */
            DEPTHWISE
        }

        public long channels() {
            return input.dims().get(0);
        }

        public long filters() {
            return output.dims().get(0);
        }

        @Override
        public long parameters() {
            return Saturating.plus(weights(), bias ? filters() : 0);
        }

        private long weights() {
            long each = Saturating.times(window.area(), channels());
            return switch (kind) {
                case FULL, TRANSPOSED -> Saturating.times(each, filters());
                case DEPTHWISE -> Saturating.times(each, multiplier);
            };
        }

        /** What every place of the window sees, laid out side by side. */
        @Override
        public long scratch() {
            Shape seen = kind == Kind.TRANSPOSED ? input : output;
            long places = seen.size() / Math.max(1, seen.dims().get(0));
            long deep = kind == Kind.TRANSPOSED ? filters() : channels();
            return Saturating.times(Saturating.times(window.area(), deep), places);
        }

        @Override
        public long flops() {
            long places = (kind == Kind.TRANSPOSED ? input : output).size()
                    / (kind == Kind.TRANSPOSED ? channels() : filters());
            return Saturating.plus(Saturating.times(2, Saturating.times(weights(), places)), bias ? output.size() : 0);
        }
    }

    /** The largest or the mean number under a window, channel by channel; padding never counts. */
    record Pool(Kind kind, Shape input, Shape output, Window window) implements Op {
        public enum Kind {
            MAX,
            AVERAGE
        }

        @Override
        public long flops() {
            return Saturating.times(window.area(), output.size());
        }
    }

    /** One number for each channel of a picture, or for each feature of a sequence. */
    record GlobalPool(Kind kind, Shape input) implements Op {
        public enum Kind {
            MAX,
            AVERAGE,
            SUM
        }

        @Override
        public long flops() {
            return input.size();
        }
    }

    /**
     * Normalises each feature (of a picture: each channel) over the batch, then scales and shifts it: γ (x − μ) / √(σ² + ε) + β.
     * Follows the means and variances, {@code momentum} of the old and the rest of the new, and uses those when predicting.
     */
    record BatchNormalize(Shape input, double momentum, double epsilon) implements Op {

        public long features() {
            return input.dims().get(0);
        }

        @Override
        public long parameters() {
            return Saturating.times(4, features());
        }

        @Override
        public long flops() {
            return Saturating.times(4, input.size());
        }
    }

    /** Compares what a network gives with what is wanted; the numbers themselves pass unchanged. Always the last of a sink. */
    record Compare(With with, double weight) implements Op {
        /** What is wanted. */
        public enum With {
            /** The dataset's target. */
            DATA,
            /** What entered the network, before any noise. */
            INPUT,
            /** What a discriminator takes for real. */
            RIVAL
        }
    }

    /**
     * A recurrent cell unrolled over the steps of a sequence of {@code inputs} features, state of {@code units} numbers, all gates'
     * weights learned. Simple: {@code h = f(x W + h′ R + b)}. LSTM: no peepholes. GRU: reset gate after the multiplication, one bias
     * for the input and one for the state (Keras' {@code reset_after}, PyTorch).
     *
     * @param gate what squashes the gates; of no meaning for the simple cell
     * @param forgetBias what the biases of an LSTM's forget gate start from; all other biases start from 0
     * @param dropout share of the inputs that is dropped while training
     * @param last whether only the last step that counts comes out, as a vector; of the way back that is the first step
     */
    record Recurrent(
            Cell cell,
            Way way,
            long inputs,
            long units,
            long steps,
            boolean last,
            Activation activation,
            Activation gate,
            double forgetBias,
            double dropout,
            Initializer initializer,
            Initializer recurrentInitializer,
            double l1,
            double l2)
            implements Op {

        /** What is computed at each step, made of how many blocks of weights. */
        public enum Cell {
            SIMPLE(1, 1),
            LSTM(4, 1),
            GRU(3, 2);

            private final int blocks;
            private final int biases;

            Cell(int blocks, int biases) {
                this.blocks = blocks;
                this.biases = biases;
            }

            public int blocks() {
                return blocks;
            }

            /** Biases for each unit of each block. */
            public int biases() {
                return biases;
            }
        }

        /** In which order the steps are read; two ways have weights each, and what they give is put together step by step. */
        public enum Way {
            FORWARD,
            BACKWARD,
            BOTH_CONCATENATED,
            BOTH_ADDED,
            BOTH_AVERAGED,
            BOTH_MULTIPLIED;

            public boolean isBoth() {
                return this != FORWARD && this != BACKWARD;
            }
        }

        @Override
        public long parameters() {
            long each = Saturating.plus(Saturating.plus(inputs, units), cell.biases());
            return Saturating.times(
                    way.isBoth() ? 2 : 1, Saturating.times(Saturating.times(cell.blocks(), units), each));
        }

        @Override
        public long flops() {
            long each = Saturating.plus(Saturating.times(2, Saturating.plus(inputs, units)), 4);
            long step = Saturating.times(Saturating.times(cell.blocks(), units), each);
            return Saturating.times(way.isBoth() ? 2 : 1, Saturating.times(steps, step));
        }
    }

    /** The last step of a sequence that counts. */
    record LastStep(Shape.Sequence sequence) implements Op {}

    /** The same vector at every step. */
    record Repeat(long features, long steps) implements Op {}

    /**
     * Draws from a normal distribution, of which the first input is the mean and the second the logarithm of the variance; when
     * predicting the mean itself. Adds {@code klWeight} times the divergence from the standard normal distribution to the loss.
     */
    record Sample(long size, double klWeight) implements Op {
        @Override
        public long flops() {
            return Saturating.times(4, size);
        }
    }

    /** Random numbers, drawn anew for each example; no data enters. */
    record Noise(Shape shape, Distribution distribution) implements Op {
        public enum Distribution {
            /** Mean 0, standard deviation 1. */
            NORMAL,
            /** Between −1 and 1. */
            UNIFORM
        }
    }

    /**
     * Where a discriminator begins: shows it real data (the first input) in one step and generated data (the second) in the other.
     * Where nothing is generated, the first passes.
     *
     * @param discriminatorSteps steps of the discriminator for each step of the generator
     * @param realTarget what the discriminator is to say of real data: 1, or a little less
     * @param generatorRate by what the plan's learning rate is multiplied for the generator
     */
    record RealOrGenerated(Shape shape, int discriminatorSteps, double realTarget, double generatorRate)
            implements Op {}

    /** Divides each number by a power of what {@code size} neighbouring channels hold there: x / (k + α Σ x²)^β. */
    record LocalResponse(Shape input, long size, double k, double alpha, double beta) implements Op {
        @Override
        public long flops() {
            return Saturating.times(3 + size, input.size());
        }
    }

    /** Repeats every number, so many times in each direction. */
    record Upsample(Shape input, List<Long> factors) implements Op {
        public Upsample {
            factors = List.copyOf(factors);
        }

        public Shape output() {
            List<Long> dims = new ArrayList<>(input.dims());
            for (int i = 0; i < factors.size(); i++) {
                dims.set(i + 1, Saturating.times(dims.get(i + 1), factors.get(i)));
            }
            return Shape.of(dims);
        }
    }

    /** Adds zeros, or cuts numbers off, at both ends of each direction. */
    record Border(Kind kind, Shape input, List<Long> before, List<Long> after) implements Op {
        public enum Kind {
            PAD,
            CROP
        }

        public Border {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        public Shape output() {
            List<Long> dims = new ArrayList<>(input.dims());
            long sign = kind == Kind.PAD ? 1 : -1;
            for (int i = 0; i < before.size(); i++) {
                dims.set(i + 1, Saturating.plus(dims.get(i + 1), sign * (before.get(i) + after.get(i))));
            }
            return Shape.of(dims);
        }
    }

    /** Moves blocks of {@code block} × {@code block} pixels into channels. */
    record SpaceToDepth(Shape.Image input, long block) implements Op {
        public Shape output() {
            return Shape.of(
                    Saturating.times(input.channels(), Saturating.times(block, block)),
                    input.height() / block,
                    input.width() / block);
        }
    }

    /** Adds normal noise while training, does nothing otherwise. */
    record AddNoise(double deviation) implements Op {}

    /**
     * The weighted mean of inputs of one shape.
     *
     * @param weights one an input; they sum to 1
     * @param of the activation that the inputs end in
     */
    record Mean(List<Double> weights, Shape shape, Activation of) implements Op {
        public Mean {
            weights = List.copyOf(weights);
        }

        @Override
        public long flops() {
            return Saturating.times(2L * weights.size(), shape.size());
        }
    }
}
