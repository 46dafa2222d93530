package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns [batch, features, steps] round; where only some steps count, these are turned and the rest stays behind them. */
public class ReverseSteps extends OwnVertex {

    private static final long serialVersionUID = 1;

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialize, DataType type) {
        return new StepVertex(graph, name, index, false, type);
    }

    @Override
    public InputType getOutputType(int index, InputType... inputs) {
        InputType.InputTypeRecurrent sequence = (InputType.InputTypeRecurrent) inputs[0];
        return InputType.recurrent(sequence.getSize(), sequence.getTimeSeriesLength());
    }
}
