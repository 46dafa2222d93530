package org.netloom.training.engine;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.netloom.design.Shape;
import org.netloom.layers.Initializer;

/**
 * A network as DL4J takes it.
 *
 * @param starts how each array of parameters starts, in the network's order; arrays that are not named start from zeros
 * @param outputs for each node of the network the vertex that gives its output
 * @param inputs where data enters, in the order in which the graph takes it
 * @param exits where predictions come out, in the order in which the graph gives them
 */
record Lowered(
        ComputationGraphConfiguration configuration,
        List<Start> starts,
        Map<String, String> outputs,
        List<End> inputs,
        List<End> exits) {

    /** A node of the network at which the graph begins or ends. */
    record End(String node, Shape shape) {}

    /** Of the (first) input. */
    Shape input() {
        return inputs.get(0).shape();
    }

    /** An array of parameters of a layer of DL4J, such as {@code W}, and what it holds before the first step. */
    record Start(String layer, String parameter, From from) {}

    /** Where first numbers come from. */
    sealed interface From {
        /** Drawn with the run's seed; the two numbers are how many connections lead into and out of a neuron. */
        record Drawn(Initializer initializer, double fanIn, double fanOut) implements From {}

        /** All the same. */
        record Constant(double value) implements From {}

        /** Row by row, as a person entered them. */
        record Given(List<Double> numbers) implements From {
            public Given {
                numbers = List.copyOf(numbers);
            }
        }
    }
}
