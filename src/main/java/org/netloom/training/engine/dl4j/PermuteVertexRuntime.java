package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.common.util.ArrayUtil;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies into the new order, and the derivatives back into the old one. */
final class PermuteVertexRuntime extends OwnVertexRuntime {

    private final int[] order;

    PermuteVertexRuntime(ComputationGraph graph, String name, int index, int[] order, DataType type) {
        super(graph, name, index, type);
        this.order = order;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        return workspaces.dup(ArrayType.ACTIVATIONS, inputs[0].permute(order), 'c');
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        INDArray back = getEpsilon().permute(ArrayUtil.invertPermutation(order));
        return new Pair<>(null, new INDArray[] {workspaces.dup(ArrayType.ACTIVATION_GRAD, back, 'c')});
    }

    /** Steps have become features: no mask fits any more. */
    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, @Nullable MaskState state, int examples) {
        return null;
    }
}
