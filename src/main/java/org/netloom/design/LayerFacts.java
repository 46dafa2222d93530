package org.netloom.design;

import java.util.List;

/**
 * What follows from a layer's parameters and what flows into it.
 *
 * @param output shape of one example that it gives
 * @param parameters trainable numbers it holds
 * @param flops floating point operations of one forward pass of one example (a multiply-add counts as two)
 * @param activations numbers that one example makes flow out of it, and out of every layer inside if it is a block
 * @param scratch further numbers for one example that are only needed while the layer itself is at work
 */
public record LayerFacts(
        List<Shape> inputs, Shape output, long parameters, long flops, long activations, long scratch) {
    public LayerFacts {
        inputs = List.copyOf(inputs);
    }

    public LayerFacts(List<Shape> inputs, Shape output, long parameters, long flops) {
        this(inputs, output, parameters, flops, output.size(), 0);
    }
}
