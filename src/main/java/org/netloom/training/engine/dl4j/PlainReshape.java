package org.netloom.training.engine.dl4j;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The same numbers in another shape, row-major, without the mask: where steps are no longer steps it means nothing, and DL4J's own
 * vertex fails on it.
 */
public class PlainReshape extends OwnVertex {

    private static final long serialVersionUID = 1;

    @JsonProperty
    private long[] shape = {};

    public PlainReshape() {
        // For whoever reads it from JSON.
    }

    /** @param shape of one example, without the batch */
    public PlainReshape(long... shape) {
        this.shape = shape.clone();
    }

    @Override
    List<Object> settings() {
        return List.of(Arrays.toString(shape));
    }

    @Override
    public InputType getOutputType(int index, InputType... inputs) {
        return switch (shape.length) {
            case 1 -> InputType.feedForward(shape[0]);
            case 2 -> InputType.recurrent(shape[0], shape[1]);
            default -> InputType.convolutional(shape[1], shape[2], shape[0]);
        };
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialize, DataType type) {
        return new PlainReshapeRuntime(graph, name, index, shape, type);
    }
}
