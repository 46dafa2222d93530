package org.netloom.training.engine;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.jspecify.annotations.Nullable;

/**
 * A convolution in single precision as products of matrices: weights [filters, window] times windows [window, places]. The batch is
 * cut into strips, which run side by side; each is worked off in portions whose windows stay in a core's cache.
 */
final class PictureProducts {

    private static final int ROWS = openblas.CblasRowMajor;
    private static final int PLAIN = openblas.CblasNoTrans;
    private static final int TURNED = openblas.CblasTrans;

    /** Numbers that the windows of a portion shall have. */
    private static final int PORTION = 1 << 16;
    /** Numbers that the sums of all strips may have together. */
    private static final int MOST_SUMS = 1 << 24;

    static {
        Strips.takeOverThreads();
    }

    private final Unfolding unfolding;
    private final int filters;
    private final int window;
    private final int places;
    private final boolean rectifies;

    /** @param rectifies whether ReLU follows */
    PictureProducts(Unfolding unfolding, int filters, boolean rectifies) {
        this.unfolding = unfolding;
        this.filters = filters;
        this.window = unfolding.window();
        this.places = unfolding.places();
        this.rectifies = rectifies;
    }

    /** Some whole pictures, or some rows of one. */
    private record Portion(int first, int pictures, int fromRow, int toRow) {}

    private interface Work {
        void on(Portion portion);
    }

    private void portions(int from, int to, Work work) {
        int together = Math.max(1, PORTION / Math.max(1, window * unfolding.columns()) / unfolding.rows());
        int rows = Math.clamp(PORTION / (window * unfolding.columns()), 1, unfolding.rows());
        for (int picture = from; picture < to; picture += together) {
            int pictures = Math.min(together, to - picture);
            for (int row = 0; row < unfolding.rows(); row += rows) {
                work.on(new Portion(picture, pictures, row, Math.min(unfolding.rows(), row + rows)));
            }
        }
    }

    /** @param output [pictures, filters, rows, columns] */
    void forward(int pictures, FloatBuffer input, FloatPointer weights, float @Nullable [] bias, FloatBuffer output) {
        Strips strips = Strips.of(pictures);
        strips.each(strip -> {
            Scratch scratch = Scratch.borrow();
            portions(strips.from(strip), strips.to(strip), portion -> {
                int length = length(portion);
                FloatPointer columns = unfold(scratch, portion, input);
                FloatPointer sums = scratch.pointer(Scratch.Use.OUTPUTS, (long) filters * length);
                openblas.cblas_sgemm(
                        ROWS, PLAIN, PLAIN, filters, length, window, 1, weights, window, columns, length, 0, sums,
                        length);
                float[] numbers = scratch.array(Scratch.Use.OUTPUTS, filters * length);
                sums.get(numbers, 0, filters * length);
                for (int f = 0; f < filters; f++) {
                    finish(numbers, f * length, length, bias == null ? 0 : bias[f]);
                }
                each(portion, (at, from, count) -> output.put(at, numbers, from, count));
            });
            scratch.giveBack();
        });
    }

    private void finish(float[] numbers, int from, int count, float bias) {
        if (rectifies) {
            for (int i = from; i < from + count; i++) {
                numbers[i] = Math.max(0, numbers[i] + bias);
            }
        } else {
            for (int i = from; i < from + count; i++) {
                numbers[i] += bias;
            }
        }
    }

    private int length(Portion portion) {
        return portion.pictures() * (portion.toRow() - portion.fromRow()) * unfolding.columns();
    }

    private interface Stretch {
        /** @param at where it lies in an output, {@code from} where in a portion */
        void copy(int at, int from, int count);
    }

    private void each(Portion portion, Stretch stretch) {
        int count = (portion.toRow() - portion.fromRow()) * unfolding.columns();
        int length = portion.pictures() * count;
        for (int n = 0; n < portion.pictures(); n++) {
            for (int f = 0; f < filters; f++) {
                int at = ((portion.first() + n) * filters + f) * places + portion.fromRow() * unfolding.columns();
                stretch.copy(at, f * length + n * count, count);
            }
        }
    }

    private FloatPointer unfold(Scratch scratch, Portion portion, FloatBuffer input) {
        int size = unfolding.size();
        int length = length(portion);
        float[] padded = scratch.array(Scratch.Use.PADDED, unfolding.paddedSize());
        float[] columns = scratch.array(Scratch.Use.COLUMNS, window * length);
        float[] pictures = scratch.array(Scratch.Use.PICTURES, size);
        for (int n = 0; n < portion.pictures(); n++) {
            input.get((portion.first() + n) * size, pictures, 0, size);
            unfolding.pad(pictures, 0, padded);
            int start = n * (length / portion.pictures());
            unfolding.unfold(padded, portion.fromRow(), portion.toRow(), columns, start, length);
        }
        FloatPointer there = scratch.pointer(Scratch.Use.COLUMNS, (long) window * length);
        there.put(columns, 0, window * length);
        return there;
    }

    /**
     * @param output what {@link #forward} gave, asked where ReLU follows
     * @param error slope of the loss by that output
     * @param inputError gets the slope by the input; {@code null} where nobody asks
     */
    void backward(
            int pictures,
            FloatBuffer input,
            FloatPointer weights,
            @Nullable FloatBuffer output,
            FloatBuffer error,
            FloatPointer byWeights,
            @Nullable FloatPointer byBias,
            @Nullable FloatBuffer inputError) {
        int size = filters * window;
        Strips strips = Strips.of(pictures, Math.max(2, MOST_SUMS / size));
        Scratch kept = Scratch.borrow();
        FloatPointer sums = kept.pointer(Scratch.Use.KNOWN, (long) strips.count() * (size + filters));
        strips.each(strip -> {
            Scratch scratch = Scratch.borrow();
            FloatPointer mine = sums.getPointer((long) strip * (size + filters));
            FloatPointer biases = mine.getPointer(size);
            int first = strips.from(strip);
            portions(first, strips.to(strip), portion -> {
                int length = length(portion);
                float beta = portion.first() == first && portion.fromRow() == 0 ? 0 : 1;
                FloatPointer slopes = slopes(scratch, portion, output, error);
                addRows(scratch, slopes, length, beta, biases);
                FloatPointer columns = unfold(scratch, portion, input);
                openblas.cblas_sgemm(
                        ROWS, PLAIN, TURNED, filters, window, length, 1, slopes, length, columns, length, beta, mine,
                        window);
                if (inputError != null) {
                    openblas.cblas_sgemm(
                            ROWS, TURNED, PLAIN, window, length, filters, 1, weights, window, slopes, length, 0,
                            columns, length);
                    fold(scratch, portion, columns, inputError);
                }
            });
            scratch.giveBack();
        });
        gather(strips.count(), size, sums, byWeights, byBias);
        kept.giveBack();
    }

    private FloatPointer slopes(Scratch scratch, Portion portion, @Nullable FloatBuffer output, FloatBuffer error) {
        int count = filters * length(portion);
        float[] slopes = scratch.array(Scratch.Use.SLOPES, count);
        each(portion, (at, from, some) -> error.get(at, slopes, from, some));
        if (rectifies && output != null) {
            float[] known = scratch.array(Scratch.Use.KNOWN, count);
            each(portion, (at, from, some) -> output.get(at, known, from, some));
            for (int i = 0; i < count; i++) {
                // What came out of ReLU is not below zero, and a product needs no branch.
                slopes[i] *= Math.signum(known[i]);
            }
        }
        FloatPointer there = scratch.pointer(Scratch.Use.SLOPES, count);
        there.put(slopes, 0, count);
        return there;
    }

    private void addRows(Scratch scratch, FloatPointer slopes, int length, float beta, FloatPointer sums) {
        float[] ones = scratch.array(Scratch.Use.KNOWN, length);
        java.util.Arrays.fill(ones, 0, length, 1);
        FloatPointer there = scratch.pointer(Scratch.Use.OUTPUTS, length);
        there.put(ones, 0, length);
        openblas.cblas_sgemv(ROWS, PLAIN, filters, length, 1, slopes, length, there, 1, beta, sums, 1);
    }

    private void fold(Scratch scratch, Portion portion, FloatPointer slopes, FloatBuffer inputError) {
        int size = unfolding.size();
        int length = length(portion);
        float[] columns = scratch.array(Scratch.Use.COLUMNS, window * length);
        slopes.get(columns, 0, window * length);
        // A picture of several portions gathers here what each adds.
        float[] padded = scratch.array(Scratch.Use.SLOPES, unfolding.paddedSize());
        float[] pictures = scratch.array(Scratch.Use.PICTURES, size);
        for (int n = 0; n < portion.pictures(); n++) {
            int at = (portion.first() + n) * size;
            if (portion.fromRow() > 0) {
                inputError.get(at, pictures, 0, size);
                unfolding.pad(pictures, 0, padded);
            } else {
                java.util.Arrays.fill(padded, 0, unfolding.paddedSize(), 0);
            }
            int start = n * (length / portion.pictures());
            unfolding.fold(columns, start, length, portion.fromRow(), portion.toRow(), padded);
            unfolding.cut(padded, pictures, 0);
            inputError.put(at, pictures, 0, size);
        }
    }

    /** Adds the strips' sums one after the other, so that rounding is the same each time. */
    private void gather(
            int strips, int size, FloatPointer sums, FloatPointer byWeights, @Nullable FloatPointer byBias) {
        Strips parts = Strips.of(size);
        parts.each(part -> {
            int from = parts.from(part);
            int count = parts.to(part) - from;
            FloatPointer to = byWeights.getPointer(from);
            openblas.cblas_scopy(count, sums.getPointer(from), 1, to, 1);
            for (int strip = 1; strip < strips; strip++) {
                FloatPointer more = sums.getPointer((long) strip * (size + filters) + from);
                openblas.cblas_saxpy(count, 1, more, 1, to, 1);
            }
        });
        if (byBias != null) {
            openblas.cblas_scopy(filters, sums.getPointer(size), 1, byBias, 1);
            for (int strip = 1; strip < strips; strip++) {
                FloatPointer more = sums.getPointer((long) strip * (size + filters) + size);
                openblas.cblas_saxpy(filters, 1, more, 1, byBias, 1);
            }
        }
    }
}
