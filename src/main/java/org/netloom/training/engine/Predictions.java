package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.layers.Network;
import org.netloom.training.Roles;

/** What a graph gives for rows of inputs. */
final class Predictions {

    private static final int ROWS_AT_ONCE = 512;

    private final Network network;
    private final Roles roles;
    private final int width;

    /** @param roles which part of a row each input takes */
    Predictions(Network network, Roles roles) {
        this.network = network;
        this.roles = roles;
        this.width = roles.inputs().stream()
                .mapToInt(part -> part.from() + part.size())
                .max()
                .orElse(0);
    }

    /**
     * For each output {@code count × its size} numbers, row-major.
     *
     * @param lengths steps of each row that count; empty if all do
     */
    List<float[]> of(ComputationGraph graph, float[] rows, int count, int[] lengths) {
        Masking masking = Masking.of(network, roles.inputs().get(0).shape(), lengths);
        List<float[]> predicted = new ArrayList<>();
        roles.outputs().forEach(goal -> predicted.add(new float[Math.multiplyExact(count, goal.size())]));
        for (int from = 0; from < count; from += ROWS_AT_ONCE) {
            int size = Math.min(ROWS_AT_ONCE, count - from);
            INDArray[] masks = masks(masking, rows, lengths, from, size);
            INDArray[] outputs = graph.output(false, inputs(rows, from, size), masks);
            for (int i = 0; i < outputs.length; i++) {
                float[] some = NativeArrays.floats(outputs[i]);
                System.arraycopy(
                        some, 0, predicted.get(i), from * roles.outputs().get(i).size(), some.length);
            }
        }
        return predicted;
    }

    private INDArray @Nullable [] masks(Masking masking, float[] rows, int[] lengths, int from, int size) {
        if (masking.isNone()) {
            return null;
        }
        INDArray mask = NativeArrays.lasting(size, masking.steps());
        NativeArrays.write(masking.rows(rows, lengths, null, from, size), mask);
        return roles.inputs().stream()
                .map(part -> masking.reaches(part.shape()) ? mask : null)
                .toArray(INDArray[]::new);
    }

    private INDArray[] inputs(float[] rows, int from, int size) {
        return roles.inputs().stream()
                .map(part -> {
                    INDArray batch = NativeArrays.lasting(Batches.withBatch(size, part.shape()));
                    FloatPointer numbers = NativeArrays.floatPointer(batch);
                    if (part.size() == width) {
                        return put(batch, numbers, rows, from * width, size * width);
                    }
                    for (int row = 0; row < size; row++) {
                        numbers.position((long) row * part.size());
                        put(batch, numbers, rows, (from + row) * width + part.from(), part.size());
                    }
                    return batch;
                })
                .toArray(INDArray[]::new);
    }

    private static INDArray put(INDArray batch, FloatPointer numbers, float[] rows, int from, int count) {
        numbers.put(rows, from, count);
        return batch;
    }
}
