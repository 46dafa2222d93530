package org.netloom.training.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;

/** A vertex of ours in a DL4J graph: no parameters and, unless it says otherwise, one input, whose shape it gives out. */
public abstract class OwnVertex extends GraphVertex {

    /** What two of a kind may differ in. */
    List<Object> settings() {
        return List.of();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof OwnVertex vertex
                && vertex.getClass() == getClass()
                && vertex.settings().equals(settings());
    }

    @Override
    public final int hashCode() {
        return 31 * getClass().hashCode() + settings().hashCode();
    }

    /** Itself, as it never changes. */
    @Override
    public final OwnVertex clone() {
        return this;
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
    public InputType getOutputType(int index, InputType... inputs) {
        return inputs[0];
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder(null, getClass(), inputs[0], getOutputType(-1, inputs))
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }
}
