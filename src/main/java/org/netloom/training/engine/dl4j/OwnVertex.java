package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;

/** A vertex of ours in a DL4J graph: no parameters, as many inputs as it is given. */
public abstract class OwnVertex extends GraphVertex {

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder(null, getClass(), inputs[0], getOutputType(-1, inputs))
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }

    @Override
    public abstract InputType getOutputType(int index, InputType... inputs);

    @Override
    public abstract OwnVertex clone();
}
