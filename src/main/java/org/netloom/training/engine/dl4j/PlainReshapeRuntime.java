package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies, so that what comes out lies row by row. */
final class PlainReshapeRuntime extends OwnVertexRuntime {

    private final long[] shape;

    PlainReshapeRuntime(ComputationGraph graph, String name, int index, long[] shape, DataType type) {
        super(graph, name, index, type);
        this.shape = shape;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        long[] whole = new long[shape.length + 1];
        whole[0] = inputs[0].size(0);
        System.arraycopy(shape, 0, whole, 1, shape.length);
        return workspaces.dup(ArrayType.ACTIVATIONS, inputs[0], 'c').reshape('c', whole);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        INDArray errors = workspaces.dup(ArrayType.ACTIVATION_GRAD, getEpsilon(), 'c');
        return new Pair<>(null, new INDArray[] {errors.reshape('c', inputs[0].shape())});
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, @Nullable MaskState state, int examples) {
        return null;
    }
}
