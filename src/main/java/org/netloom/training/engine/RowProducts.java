package org.netloom.training.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.jspecify.annotations.Nullable;

/**
 * A dense layer with ReLU in single precision: examples [batch, inputs], weights [inputs, units] that lie column by column. Large
 * products are cut into strips of units or of inputs, which run side by side.
 *
 * @param batch examples
 */
record RowProducts(int batch, int inputs, int units) {

    private static final int ROWS = openblas.CblasRowMajor;
    private static final int PLAIN = openblas.CblasNoTrans;
    private static final int TURNED = openblas.CblasTrans;
    /** Multiplications that are worth a strip of their own. */
    private static final long ENOUGH = 1 << 22;

    static {
        Strips.takeOverThreads();
    }

    private Strips strips(int size) {
        return Strips.of(size, (int) Math.min(size, (long) batch * inputs * units / ENOUGH));
    }

    /** Gives back what the output holds. */
    float[] forward(FloatPointer input, FloatPointer weights, float @Nullable [] bias, FloatPointer output) {
        Strips strips = strips(units);
        strips.each(strip -> {
            int from = strips.from(strip);
            openblas.cblas_sgemm(
                    ROWS,
                    PLAIN,
                    TURNED,
                    batch,
                    strips.to(strip) - from,
                    inputs,
                    1,
                    input,
                    inputs,
                    weights.getPointer((long) from * inputs),
                    inputs,
                    0,
                    output.getPointer(from),
                    units);
        });
        float[] numbers = new float[batch * units];
        output.get(numbers, 0, numbers.length);
        for (int row = 0; row < batch; row++) {
            for (int i = 0; i < units; i++) {
                numbers[row * units + i] = Math.max(0, numbers[row * units + i] + (bias == null ? 0 : bias[i]));
            }
        }
        output.put(numbers, 0, numbers.length);
        return numbers;
    }

    /**
     * @param output what {@link #forward} gave back
     * @param error slope of the loss by it
     */
    void backward(
            FloatPointer input,
            FloatPointer weights,
            float[] output,
            float[] error,
            FloatPointer byWeights,
            @Nullable FloatPointer byBias,
            FloatPointer inputError) {
        float[] sums = new float[units];
        for (int row = 0; row < batch; row++) {
            for (int i = 0; i < units; i++) {
                int at = row * units + i;
                error[at] = output[at] > 0 ? error[at] : 0;
                sums[i] += error[at];
            }
        }
        if (byBias != null) {
            byBias.put(sums, 0, units);
        }
        Scratch scratch = Scratch.borrow();
        FloatPointer slopes = scratch.pointer(Scratch.Use.SLOPES, error.length);
        slopes.put(error, 0, error.length);
        Strips byUnits = strips(units);
        byUnits.each(strip -> {
            int from = byUnits.from(strip);
            openblas.cblas_sgemm(
                    ROWS,
                    TURNED,
                    PLAIN,
                    byUnits.to(strip) - from,
                    inputs,
                    batch,
                    1,
                    slopes.getPointer(from),
                    units,
                    input,
                    inputs,
                    0,
                    byWeights.getPointer((long) from * inputs),
                    inputs);
        });
        Strips byInputs = strips(inputs);
        byInputs.each(strip -> {
            int from = byInputs.from(strip);
            openblas.cblas_sgemm(
                    ROWS,
                    PLAIN,
                    PLAIN,
                    batch,
                    byInputs.to(strip) - from,
                    units,
                    1,
                    slopes,
                    units,
                    weights.getPointer(from),
                    inputs,
                    0,
                    inputError.getPointer(from),
                    inputs);
        });
        scratch.giveBack();
    }
}
