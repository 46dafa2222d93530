package org.netloom.training.engine.dl4j;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** The dimensions of an array in another order; the batch, dimension 0, stays where it is. */
public class PermuteVertex extends OwnVertex {

    @JsonProperty
    private int[] order = {};

    public PermuteVertex() {
        // For whoever reads it from JSON.
    }

    /** @param order which dimension comes to each place, beginning with 0 for the batch */
    public PermuteVertex(int... order) {
        this.order = order.clone();
    }

    @Override
    List<Object> settings() {
        return List.of(Arrays.toString(order));
    }

    @Override
    public InputType getOutputType(int index, InputType... inputs) {
        long[] sizes = inputs[0].getShape(false);
        return switch (sizes.length) {
            case 2 -> InputType.recurrent(sizes[order[1] - 1], sizes[order[2] - 1]);
            case 3 -> InputType.convolutional(sizes[order[2] - 1], sizes[order[3] - 1], sizes[order[1] - 1]);
            default -> inputs[0];
        };
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialize, DataType type) {
        return new PermuteVertexRuntime(graph, name, index, order, type);
    }
}
