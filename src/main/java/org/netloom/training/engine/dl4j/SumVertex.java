package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The sum of inputs of one shape, as DL4J's {@code ElementWiseVertex(Add)} gives it, that keeps sequences lying as {@link Rows} lays
 * them: the standard one would have every layer behind it copy.
 */
public class SumVertex extends OwnVertex {

    private static final long serialVersionUID = 1;

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialize, DataType type) {
        return new SumVertexRuntime(graph, name, index, type);
    }
}
