package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns [batch, features, steps] round; where only some steps count, these are turned and the rest stays behind them. */
public class ReverseSteps extends GraphVertex {

    private static final long serialVersionUID = 1;

    @Override
    public GraphVertex clone() {
        return new ReverseSteps();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReverseSteps;
    }

    @Override
    public int hashCode() {
        return ReverseSteps.class.hashCode();
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 1;
    }

    @Override
    public int maxVertexInputs() {
        return 1;
    }

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

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder(null, ReverseSteps.class, inputs[0], getOutputType(-1, inputs))
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }
}
