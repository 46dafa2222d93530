package org.netloom.training.engine.dl4j;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Scaled dot-product attention of several heads (Vaswani et al. 2017): softmax(Q Kᵀ / √d) V for each head. Takes queries [batch,
 * heads × d, steps], keys [batch, heads × d, others] and values of the keys' shape; gives the queries' shape. Steps that the keys'
 * mask leaves out get no weight.
 */
public class AttentionVertex extends OwnVertex {

    @JsonProperty
    private int heads;

    @JsonProperty
    private boolean causal;

    public AttentionVertex() {
        // For whoever reads it from JSON.
    }

    /** @param causal whether each step sees only itself and the steps before it */
    public AttentionVertex(int heads, boolean causal) {
        this.heads = heads;
        this.causal = causal;
    }

    @Override
    List<Object> settings() {
        return List.of(heads, causal);
    }

    @Override
    public int minVertexInputs() {
        return 3;
    }

    @Override
    public int maxVertexInputs() {
        return 3;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray parameters, boolean initialize, DataType type) {
        return new AttentionVertexRuntime(graph, name, index, heads, causal, type);
    }
}
