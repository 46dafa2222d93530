package org.netloom.training.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.layers.Network;
import org.netloom.layers.Op;
import org.netloom.training.Roles;

/** The random numbers that a generator begins with. */
final class Latent {

    private final List<Op.Noise> noises;
    private final Network generator;
    private final Map<Integer, INDArray[]> bySize = new HashMap<>();

    Latent(Network generator) {
        this.generator = generator;
        this.noises = generator.inputs().stream()
                .map(id -> (Op.Noise) generator.node(id).orElseThrow().ops().get(0))
                .toList();
    }

    /** Which numbers of a row each Noise takes, and what comes out. */
    Roles roles() {
        List<Roles.Part> parts = new java.util.ArrayList<>();
        int from = 0;
        for (int i = 0; i < noises.size(); i++) {
            parts.add(new Roles.Part(generator.inputs().get(i), noises.get(i).shape(), from));
            from += (int) noises.get(i).shape().size();
        }
        String made = generator.outputs().get(0);
        Roles.Goal goal =
                new Roles.Goal(made, generator.node(made).orElseThrow().output(), Op.Compare.With.INPUT, 1, 0, true);
        return new Roles(parts, List.of(goal), List.of());
    }

    /** Numbers of one row. */
    int width() {
        return (int) noises.stream().mapToLong(noise -> noise.shape().size()).sum();
    }

    /** {@code count} rows. */
    float[] rows(int count, Draws draws) {
        float[] rows = new float[Math.multiplyExact(count, width())];
        int at = 0;
        for (int row = 0; row < count; row++) {
            for (Op.Noise noise : noises) {
                for (long i = 0; i < noise.shape().size(); i++) {
                    rows[at++] = one(noise.distribution(), draws);
                }
            }
        }
        return rows;
    }

    private static float one(Op.Noise.Distribution distribution, Draws draws) {
        return (float)
                switch (distribution) {
                    case NORMAL -> draws.normal();
                    case UNIFORM -> 2 * draws.unit() - 1;
                };
    }

    /** As a graph takes them; valid until the next call with this size. */
    INDArray[] drawn(int size, Draws draws) {
        INDArray[] arrays = bySize.computeIfAbsent(size, this::create);
        for (int i = 0; i < arrays.length; i++) {
            float[] numbers = new float[Math.toIntExact(arrays[i].length())];
            for (int at = 0; at < numbers.length; at++) {
                numbers[at] = one(noises.get(i).distribution(), draws);
            }
            FloatPointer pointer = NativeArrays.floatPointer(arrays[i]);
            pointer.position(0).put(numbers);
        }
        return arrays;
    }

    private INDArray[] create(int size) {
        return noises.stream()
                .map(noise -> NativeArrays.lasting(Batches.withBatch(size, noise.shape())))
                .toArray(INDArray[]::new);
    }
}
