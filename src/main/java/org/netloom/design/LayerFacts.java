package org.netloom.design;

import java.util.List;

/**
 * What follows from a layer's parameters and what flows into it.
 *
 * @param output shape of one example that it gives
 * @param parameters trainable numbers it holds
 * @param flops floating point operations of one forward pass of one example (a multiply-add counts as two)
 */
public record LayerFacts(List<Shape> inputs, Shape output, long parameters, long flops) {
    public LayerFacts {
        inputs = List.copyOf(inputs);
    }
}
