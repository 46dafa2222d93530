package org.netloom.training.engine.dl4j;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a batch, run through all steps by one thread: no row knows of another, so that strips run side by side. Products are
 * computed in native memory, all else in plain arrays, in which examples lie next to each other: [units, rows].
 */
abstract class Strip {

    private static final long BYTES = Float.BYTES;

    final int rows;
    final int inputs;
    final int units;
    final int steps;
    /** Numbers of one state, and of all blocks. */
    final int size;

    final int width;

    /** Whether every step is remembered for the way back, or only the last two. */
    private final boolean keeps;

    private final Cell cell;

    private final FloatPointer x;
    private final FloatPointer h;
    private final FloatPointer ones;
    private final FloatPointer bias;
    /** What goes into the blocks, then (on the way back) the slopes by it; from the input and, for the GRU, from the state. */
    private final FloatPointer blocks;

    private final @Nullable FloatPointer stateBlocks;

    private final boolean asked;
    private final FloatPointer inputWeights;
    private final FloatPointer stateWeights;
    private final FloatPointer turnedStateWeights;

    private final float[][] states;
    private @Nullable Gradient gradient;

    /** Native sums of slopes. */
    record Gradient(FloatPointer input, FloatPointer state, FloatPointer bias) {
        void clear() {
            java.util.stream.Stream.of(input, state, bias)
                    .forEach(sums -> Pointer.memset(sums, 0, sums.capacity() * BYTES));
        }

        void close() {
            java.util.stream.Stream.of(input, state, bias).forEach(Pointer::close);
        }
    }

    /**
     * The sizes of a strip and the weights that it uses, which are those of the layer.
     *
     * @param asked whether anybody asks for the slope by the input
     * @param turnedStateWeights the weights of the state, rows and columns swapped, for the way back
     */
    record Setting(
            Cell cell,
            int rows,
            int inputs,
            int units,
            int steps,
            boolean keeps,
            boolean asked,
            FloatPointer inputWeights,
            FloatPointer stateWeights,
            FloatPointer turnedStateWeights) {}

    Strip(Setting setting) {
        cell = setting.cell();
        rows = setting.rows();
        inputs = setting.inputs();
        units = setting.units();
        steps = setting.steps();
        keeps = setting.keeps();
        inputWeights = setting.inputWeights();
        stateWeights = setting.stateWeights();
        turnedStateWeights = setting.turnedStateWeights();
        asked = setting.asked();
        size = rows * units;
        width = cell.blocks() * units;
        x = new FloatPointer((long) kept() * rows * inputs);
        h = new FloatPointer((long) kept() * size);
        states = new float[kept()][size];
        blocks = new FloatPointer((long) rows * width);
        stateBlocks = cell.biases() == 2 ? new FloatPointer((long) rows * width) : null;
        bias = new FloatPointer((long) cell.biases() * rows * width);
        ones = new FloatPointer(rows);
        float[] all = new float[rows];
        java.util.Arrays.fill(all, 1);
        ones.put(all);
    }

    static Strip of(Setting setting, Curve curve, Curve gate) {
        return switch (setting.cell()) {
            case SIMPLE -> new SimpleStrip(setting, curve);
            case LSTM -> new LstmStrip(setting, curve, gate);
            case GRU -> new GruStrip(setting, curve, gate);
        };
    }

    /** How many steps are remembered at a time. */
    final int kept() {
        return keeps ? steps : Math.min(steps, 2);
    }

    /** Where step t is remembered. */
    final int at(int t) {
        return keeps ? t : t & 1;
    }

    final float[] state(int t) {
        return states[at(t)];
    }

    /** Lays out the biases so that one copy puts them under every row. */
    final void bias(float[] numbers) {
        float[] laid = new float[cell.biases() * rows * width];
        for (int k = 0; k < numbers.length; k++) {
            java.util.Arrays.fill(laid, k * rows, (k + 1) * rows, numbers[k]);
        }
        bias.put(laid);
    }

    /**
     * One step.
     *
     * @param input [inputs, rows]
     * @param counts for each row 0 where the step does not count; {@code null} if it counts everywhere
     * @return the state after it, [units, rows]
     */
    final float[] forward(int t, float[] input, float @Nullable [] counts) {
        FloatPointer given = part(x, (long) at(t) * rows * inputs);
        given.put(input, 0, rows * inputs);
        copy(bias, blocks);
        Blas.add(rows, width, inputs, given, inputWeights, blocks);
        FloatPointer target = blocks;
        if (stateBlocks != null) {
            copy(part(bias, (long) rows * width), stateBlocks);
            target = stateBlocks;
        }
        if (t > 0) {
            Blas.add(rows, width, units, part(h, (long) at(t - 1) * size), stateWeights, target);
        }
        step(t, blocks, target);
        float[] state = state(t);
        if (counts != null) {
            forget(t, counts);
            onlyWhere(counts, state, units);
        }
        part(h, (long) at(t) * size).put(state, 0, size);
        return state;
    }

    /** Fills the state of step t. Before the first step all states are zero. */
    abstract void step(int t, FloatPointer fromInput, FloatPointer fromState);

    /** Clears what else than the state is carried on, in the rows where the step does not count. */
    abstract void forget(int t, float[] counts);

    final void onlyWhere(float[] counts, float[] numbers, int columns) {
        for (int j = 0; j < columns; j++) {
            for (int row = 0; row < rows; row++) {
                numbers[j * rows + row] *= counts[row];
            }
        }
    }

    final void beginBack() {
        if (gradient == null) {
            gradient = new Gradient(
                    new FloatPointer((long) inputs * width),
                    new FloatPointer((long) units * width),
                    new FloatPointer((long) cell.biases() * width));
        }
        gradient.clear();
    }

    /**
     * One step back.
     *
     * @param error slope by the state after the step, [units, rows], from above and from the steps after it
     * @param inputError gets the slope by the input [inputs, rows]
     * @param before gets the slope by the state before the step, [units, rows]
     */
    final void backward(int t, float[] error, float[] inputError, float[] before) {
        Gradient sums = gradient();
        FloatPointer fromState = stateBlocks == null ? blocks : stateBlocks;
        back(t, error, blocks, fromState);
        FloatPointer given = part(x, (long) t * rows * inputs);
        Blas.addTurned(inputs, width, rows, given, blocks, sums.input());
        Blas.addColumnSums(rows, width, blocks, ones, sums.bias());
        if (stateBlocks != null) {
            Blas.addColumnSums(rows, width, fromState, ones, part(sums.bias(), width));
        }
        if (asked) {
            // The place of the input is free now.
            Blas.byTurned(rows, inputs, width, blocks, inputWeights, given);
            given.get(inputError, 0, rows * inputs);
        }
        if (t > 0) {
            FloatPointer last = part(h, (long) (t - 1) * size);
            Blas.addTurned(units, width, rows, last, fromState, sums.state());
            FloatPointer free = part(h, (long) t * size);
            Blas.set(rows, units, width, fromState, turnedStateWeights, free);
            free.get(before, 0, size);
            carry(before);
        }
    }

    /** From the slope by the state after step t to the slopes by what went into the blocks. */
    abstract void back(int t, float[] error, FloatPointer byInput, FloatPointer byState);

    /** Adds what the state before gets of the slope on a way other than the weights. */
    abstract void carry(float[] before);

    final Gradient gradient() {
        return java.util.Objects.requireNonNull(gradient);
    }

    /** Gives the native memory back at once, without waiting for the garbage collector. */
    final void close() {
        java.util.stream.Stream.of(x, h, ones, bias, blocks).forEach(Pointer::close);
        if (stateBlocks != null) {
            stateBlocks.close();
        }
        if (gradient != null) {
            gradient.close();
        }
    }

    private static void copy(FloatPointer from, FloatPointer to) {
        Pointer.memcpy(to, from, to.capacity() * BYTES);
    }

    static FloatPointer part(FloatPointer whole, long from) {
        return whole.getPointer(from);
    }
}
