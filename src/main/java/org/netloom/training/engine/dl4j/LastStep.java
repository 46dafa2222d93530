package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gives the last step of [batch, features, steps] that counts, as [batch, features]. Which steps count is what the layers before say. */
public class LastStep extends OwnVertex {

    private static final long serialVersionUID = 1;

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialize, DataType type) {
        return new StepVertex(graph, name, index, true, type);
    }

    @Override
    public InputType getOutputType(int index, InputType... inputs) {
        InputType.InputTypeRecurrent sequence = (InputType.InputTypeRecurrent) inputs[0];
        return InputType.feedForward(sequence.getSize());
    }
}
