package org.netloom.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.netloom.layers.catalog.Catalog;

/** The shape pass over a design of 1,000 layers: a chain with shortcuts that are added again. */
class InferenceBench {

    private static final int LAYERS = 1000;
    private static final int PASSES = 201;

    @Test
    void inferenceOver1000Layers() {
        Design design = design();
        assertThat(design.layers()).hasSize(LAYERS);
        assertThat(Catalog.standard().infer(design).isSound()).isTrue();
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < PASSES; i++) {
            long began = System.nanoTime();
            Catalog.standard().infer(design);
            times.add((System.nanoTime() - began) / 1e6);
        }
        times.sort(Double::compare);
        System.out.printf(Locale.ROOT, "BENCH inference_1000_layers %.3f ms%n", times.get(PASSES / 2));
    }

    private static Design design() {
        List<Layer> layers = new ArrayList<>(List.of(Layer.of("l0", "input").with("shape", Value.dims(64))));
        List<Wire> wires = new ArrayList<>();
        for (int i = 1; i < LAYERS; i++) {
            boolean joins = i % 10 == 0;
            boolean last = i == LAYERS - 1;
            layers.add(Layer.of("l" + i, last ? "output" : joins ? "add" : "dense"));
            wires.add(Wire.between("l" + (i - 1), "l" + i));
            if (joins && !last) {
                wires.add(Wire.between("l" + (i - 5), "l" + i));
            }
        }
        return Design.of(layers, wires);
    }
}
