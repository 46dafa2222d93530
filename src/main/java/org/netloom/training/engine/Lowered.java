package org.netloom.training.engine;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.netloom.design.Shape;
import org.netloom.layers.Op;

/**
 * A network as DL4J takes it.
 *
 * @param neurons the layers that hold weights, in the network's order
 * @param outputs for each node of the network the vertex that gives its output
 */
record Lowered(
        ComputationGraphConfiguration configuration,
        List<Neurons> neurons,
        Map<String, String> outputs,
        Shape input,
        long units) {

    /** A layer of DL4J and the operation it does. */
    record Neurons(String layer, Op.Linear linear) {}
}
