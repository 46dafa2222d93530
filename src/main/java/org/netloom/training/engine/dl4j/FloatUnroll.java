package org.netloom.training.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The fast way, in single precision: the batch is cut into strips, which run side by side. How it is cut depends on nothing but the
 * size of the batch, so that the same numbers come out on every machine.
 */
final class FloatUnroll implements Unroll {

    private static final int ROWS = 32;

    private final Cell cell;
    private final Curve curve;
    private final Curve gate;
    private final boolean keeps;
    private final boolean asked;
    private int batch;
    private int inputs;
    private int units;
    private int steps;
    private long weightsAt;
    private List<Strip> strips = List.of();
    private float[] output = {};
    private FloatPointer stateWeights = new FloatPointer();
    private FloatPointer turned = new FloatPointer();
    private float @Nullable [] counts;

    /**
     * @param keeps whether the way back will follow
     * @param asked whether anybody asks for the slope by the input
     */
    FloatUnroll(Cell cell, Curve curve, Curve gate, boolean keeps, boolean asked) {
        this.asked = asked;
        this.cell = cell;
        this.curve = curve;
        this.gate = gate;
        this.keeps = keeps;
    }

    @Override
    public void forward(
            INDArray sequence, @Nullable INDArray mask, @Nullable INDArray start, Weights weights, INDArray to) {
        if (start != null) {
            throw new IllegalArgumentException("The fast way starts from zeros");
        }
        prepare(sequence, weights);
        float[] input = (float[]) Steps.numbers(sequence);
        counts = mask == null ? null : stepByStep(mask);
        float[] bias = new float[cell.biases() * cell.blocks() * units];
        pointer(weights.bias()).get(bias);
        each(number -> {
            Strip strip = strips.get(number);
            strip.bias(bias);
            float[] given = new float[strip.rows * inputs];
            for (int t = 0; t < steps; t++) {
                cut(input, t, inputs, number, given);
                float[] state = strip.forward(t, given, counts(t, number));
                paste(state, t, units, number, output);
            }
        });
        Steps.array(output, to);
    }

    @Override
    public void backward(INDArray error, Weights gradient, INDArray inputError) {
        float[] errors = (float[]) Steps.numbers(error);
        float[] byInput = new float[steps * inputs * batch];
        turnStateWeights();
        each(number -> back(number, errors, byInput));
        for (int number = 0; number < strips.size(); number++) {
            Strip.Gradient sums = strips.get(number).gradient();
            add(number, sums.input(), gradient.input());
            add(number, sums.state(), gradient.state());
            add(number, sums.bias(), gradient.bias());
        }
        Steps.array(byInput, inputError);
    }

    /** Products with weights whose rows and columns are swapped beforehand are faster. */
    private void turnStateWeights() {
        int width = cell.blocks() * units;
        float[] weights = new float[units * width];
        float[] swapped = new float[units * width];
        stateWeights.get(weights);
        for (int k = 0; k < width; k++) {
            for (int j = 0; j < units; j++) {
                swapped[j * width + k] = weights[k * units + j];
            }
        }
        turned.put(swapped);
    }

    private void back(int number, float[] errors, float[] byInput) {
        Strip strip = strips.get(number);
        strip.beginBack();
        float[] error = new float[strip.rows * units];
        float[] later = new float[strip.rows * units];
        float[] given = new float[strip.rows * inputs];
        for (int t = steps - 1; t >= 0; t--) {
            cut(errors, t, units, number, error);
            for (int k = 0; k < error.length; k++) {
                error[k] += later[k];
            }
            float[] counting = counts(t, number);
            if (counting != null) {
                strip.onlyWhere(counting, error, units);
            }
            strip.backward(t, error, given, later);
            paste(given, t, inputs, number, byInput);
        }
    }

    private void prepare(INDArray sequence, Weights weights) {
        FloatPointer inputWeights = pointer(weights.input());
        int rows = (int) sequence.size(0);
        int length = (int) sequence.size(2);
        if (rows == batch && length == steps && inputWeights.address() == weightsAt) {
            return;
        }
        strips.forEach(Strip::close);
        batch = rows;
        inputs = (int) sequence.size(1);
        steps = length;
        units = (int) weights.state().size(0);
        weightsAt = inputWeights.address();
        output = new float[Math.multiplyExact(Math.multiplyExact(steps, units), batch)];
        stateWeights = pointer(weights.state());
        turned.close();
        turned = keeps ? new FloatPointer(weights.state().length()) : new FloatPointer();
        List<Strip> cutUp = new ArrayList<>();
        for (int from = 0; from < batch; from += ROWS) {
            Strip.Setting setting = new Strip.Setting(
                    cell,
                    Math.min(ROWS, batch - from),
                    inputs,
                    units,
                    steps,
                    keeps,
                    asked,
                    inputWeights,
                    stateWeights,
                    turned);
            cutUp.add(Strip.of(setting, curve, gate));
        }
        strips = cutUp;
    }

    private void each(java.util.function.IntConsumer work) {
        if (strips.size() == 1) {
            work.accept(0);
        } else {
            IntStream.range(0, strips.size()).parallel().forEach(work);
        }
    }

    /** Takes a strip's rows of one step out of [steps, columns, batch]. */
    private void cut(float[] whole, int t, int columns, int number, float[] to) {
        int rows = strips.get(number).rows;
        for (int j = 0; j < columns; j++) {
            System.arraycopy(whole, (t * columns + j) * batch + number * ROWS, to, j * rows, rows);
        }
    }

    private void paste(float[] from, int t, int columns, int number, float[] whole) {
        int rows = strips.get(number).rows;
        for (int j = 0; j < columns; j++) {
            System.arraycopy(from, j * rows, whole, (t * columns + j) * batch + number * ROWS, rows);
        }
    }

    private float @Nullable [] counts(int t, int number) {
        float[] all = counts;
        if (all == null) {
            return null;
        }
        int rows = strips.get(number).rows;
        float[] some = new float[rows];
        System.arraycopy(all, t * batch + number * ROWS, some, 0, rows);
        return some;
    }

    /** From [batch, steps] to [steps, batch]. */
    private static float[] stepByStep(INDArray mask) {
        return mask.dup('f').data().asFloat();
    }

    private static void add(int number, FloatPointer sums, INDArray to) {
        if (number == 0) {
            Pointer.memcpy(pointer(to), sums, to.length() * Float.BYTES);
        } else {
            Blas.add(Math.toIntExact(to.length()), sums, pointer(to));
        }
    }

    private static FloatPointer pointer(INDArray array) {
        return (FloatPointer) array.data().addressPointer();
    }
}
