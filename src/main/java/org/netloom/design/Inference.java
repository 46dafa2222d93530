package org.netloom.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a shape pass.
 *
 * @param layers facts of every layer whose shape is known, in an order in which data can flow
 * @param problems everything wrong with the design, in the same order
 */
public record Inference(Map<String, LayerFacts> layers, List<Problem> problems) {
    public Inference {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
        problems = List.copyOf(problems);
    }

    public Optional<LayerFacts> facts(String layer) {
        return Optional.ofNullable(layers.get(layer));
    }

    public List<Problem> problemsOf(String layer) {
        return problems.stream()
                .filter(problem -> layer.equals(problem.layer()))
                .toList();
    }

    public boolean isSound() {
        return problems.stream().noneMatch(Problem::isError);
    }

    /** Trainable numbers of the whole design; saturates instead of overflowing. */
    public long parameters() {
        return layers.values().stream().mapToLong(LayerFacts::parameters).reduce(0, Inference::plus);
    }

    /** Floating point operations of one forward pass of one example; saturates instead of overflowing. */
    public long flops() {
        return layers.values().stream().mapToLong(LayerFacts::flops).reduce(0, Inference::plus);
    }

    /** Numbers that one example makes flow over all wires; saturates instead of overflowing. */
    public long activations() {
        return layers.values().stream().mapToLong(LayerFacts::activations).reduce(0, Inference::plus);
    }

    /** Numbers that one example needs beside those on the wires, at the most demanding layer. */
    public long scratch() {
        return layers.values().stream().mapToLong(LayerFacts::scratch).max().orElse(0);
    }

    private static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
