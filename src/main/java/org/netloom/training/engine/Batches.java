package org.netloom.training.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.datasets.Samples;
import org.netloom.design.Shape;
import org.netloom.layers.Op;
import org.netloom.training.Roles;
import org.netloom.training.TrainingJob;

/** Copies rows of the data into native arrays that are used again for every batch of the same size. */
final class Batches {

    private final Samples samples;
    private final List<Columns> inputs;
    private final List<Columns> wanted;
    private final Masking masking;
    private final Map<Integer, Batch> bySize = new HashMap<>();

    private @Nullable Augmenter augmenter;
    private float[] varied = {};

    /**
     * Inputs and targets of one step.
     *
     * @param inputMasks which steps count, [examples, steps] for each input that is a sequence; {@code null} if all do
     * @param targetMasks the same for each output that gives predictions at those steps
     */
    record Batch(
            INDArray[] inputs,
            INDArray[] targets,
            FloatPointer[] inputNumbers,
            FloatPointer[] targetNumbers,
            INDArray @Nullable [] inputMasks,
            INDArray @Nullable [] targetMasks) {}

    /** The same part of every row of a table. */
    private record Columns(float[] table, int width, int from, Shape shape) {
        int size() {
            return Math.toIntExact(shape.size());
        }

        void copy(int row, int count, FloatPointer to, long at) {
            if (size() == width) {
                to.position(at * width).put(table, row * width, count * width);
                return;
            }
            for (int i = 0; i < count; i++) {
                to.position((at + i) * size()).put(table, (row + i) * width + from, size());
            }
        }
    }

    Batches(Samples samples, Roles roles, Judge judge, Masking masking) {
        this.samples = samples;
        this.masking = masking;
        int width = Math.toIntExact(samples.input().size());
        float[] targets = judge == Judge.SIGN ? minusOneOrOne(samples.targets()) : samples.targets();
        inputs = roles.inputs().stream()
                .map(part -> new Columns(samples.features(), width, part.from(), part.shape()))
                .toList();
        wanted = roles.outputs().stream()
                .map(goal -> goal.with() == Op.Compare.With.INPUT
                        ? new Columns(samples.features(), width, 0, goal.shape())
                        : new Columns(targets, samples.targetSize(), goal.from(), goal.shape()))
                .toList();
    }

    int count() {
        return samples.count();
    }

    /**
     * The rows {@code from … from + size − 1} of an order; valid until the next call with this size.
     *
     * @param order row numbers, or {@code null} for the order of the data
     */
    Batch gather(int @Nullable [] order, int from, int size) {
        Batch batch = bySize.computeIfAbsent(size, this::create);
        copy(inputs, batch.inputNumbers(), order, from, size);
        copy(wanted, batch.targetNumbers(), order, from, size);
        if (batch.inputMasks() != null) {
            INDArray mask = batch.inputMasks()[masked()];
            NativeArrays.write(masking.rows(samples.features(), samples.lengths(), order, from, size), mask);
        }
        return batch;
    }

    /** From now on {@link #gatherVaried} changes the examples. */
    void vary(Augmenter by) {
        augmenter = by;
    }

    /** The same as the job's plan wants it, where the examples are pictures. */
    void varyAs(TrainingJob job) {
        if (job.train().input() instanceof Shape.Image image) {
            job.plan()
                    .augmentation()
                    .ifPresent(augmentation ->
                            vary(new Augmenter(augmentation, job.plan().seed(), image)));
        }
    }

    /**
     * As {@link #gather}, for training: pictures are varied where that is wanted, what they are compared with likewise.
     *
     * @param epoch counted from 0
     */
    Batch gatherVaried(int @Nullable [] order, int from, int size, int epoch) {
        Batch batch = gather(order, from, size);
        Augmenter by = augmenter;
        if (by == null) {
            return batch;
        }
        int width = Math.toIntExact(samples.input().size());
        if (varied.length < width) {
            varied = new float[width];
        }
        for (int at = 0; at < size; at++) {
            int row = order == null ? from + at : order[from + at];
            by.vary(samples.features(), row * width, epoch, row, varied);
            put(inputs, batch.inputNumbers(), at);
            put(wanted, batch.targetNumbers(), at);
        }
        return batch;
    }

    /** Puts the varied example where the example itself was put. */
    private void put(List<Columns> all, FloatPointer[] into, int at) {
        for (int i = 0; i < into.length; i++) {
            Columns columns = all.get(i);
            if (columns.table() == samples.features()) {
                into[i].position((long) at * columns.size()).put(varied, columns.from(), columns.size());
            }
        }
    }

    /** The input whose steps may be padding. */
    private int masked() {
        for (int i = 0; i < inputs.size(); i++) {
            if (masking.reaches(inputs.get(i).shape())) {
                return i;
            }
        }
        return 0;
    }

    private static void copy(List<Columns> all, FloatPointer[] into, int @Nullable [] order, int from, int size) {
        for (int i = 0; i < into.length; i++) {
            Columns columns = all.get(i);
            if (order == null) {
                columns.copy(from, size, into[i], 0);
                continue;
            }
            for (int at = 0; at < size; at++) {
                columns.copy(order[from + at], 1, into[i], at);
            }
        }
    }

    private Batch create(int size) {
        INDArray[] entering = arrays(inputs, size);
        INDArray[] compared = arrays(wanted, size);
        if (masking.isNone()) {
            return new Batch(entering, compared, pointers(entering), pointers(compared), null, null);
        }
        INDArray mask = NativeArrays.lasting(size, masking.steps());
        return new Batch(
                entering, compared, pointers(entering), pointers(compared), masks(inputs, mask), masks(wanted, mask));
    }

    private INDArray[] masks(List<Columns> ends, INDArray mask) {
        INDArray[] masks = new INDArray[ends.size()];
        for (int i = 0; i < masks.length; i++) {
            if (masking.reaches(ends.get(i).shape())) {
                masks[i] = mask;
            }
        }
        return masks;
    }

    private static INDArray[] arrays(List<Columns> all, int size) {
        return all.stream()
                .map(columns -> NativeArrays.lasting(withBatch(size, columns.shape())))
                .toArray(INDArray[]::new);
    }

    private static FloatPointer[] pointers(INDArray[] arrays) {
        return Stream.of(arrays).map(NativeArrays::floatPointer).toArray(FloatPointer[]::new);
    }

    static long[] withBatch(long size, Shape shape) {
        long[] dims = new long[shape.dims().size() + 1];
        dims[0] = size;
        for (int i = 1; i < dims.length; i++) {
            dims[i] = shape.dims().get(i - 1);
        }
        return dims;
    }

    private static float[] minusOneOrOne(float[] targets) {
        float[] mapped = targets.clone();
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = mapped[i] > 0 ? 1 : -1;
        }
        return mapped;
    }
}
