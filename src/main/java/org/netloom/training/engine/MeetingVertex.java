package org.netloom.training.engine;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.training.engine.dl4j.OwnVertex;

/** Where a discriminator begins. Only for training: a downloaded discriminator begins with its input. */
final class MeetingVertex extends OwnVertex {

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType networkType) {
        return new MeetingPoint(graph, name, index, networkType);
    }
}
