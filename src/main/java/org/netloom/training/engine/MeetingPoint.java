package org.netloom.training.engine;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.training.engine.dl4j.OwnVertexRuntime;

/** Passes its first input on and, going back, keeps the derivatives of the loss by it: what a generator learns from. */
final class MeetingPoint extends OwnVertexRuntime {

    private @Nullable INDArray derivatives;

    MeetingPoint(ComputationGraph graph, String name, int index, DataType type) {
        super(graph, name, index, type);
    }

    /** ∂ loss / ∂ input, summed over the batch as DL4J does, of the last way back. */
    INDArray derivatives() {
        return java.util.Objects.requireNonNull(derivatives);
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        return workspaces.dup(ArrayType.ACTIVATIONS, inputs[0]);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            derivatives = epsilon.dup('c');
        }
        INDArray[] back = new INDArray[inputs.length];
        back[0] = workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon);
        for (int i = 1; i < back.length; i++) {
            back[i] = workspaces.create(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), inputs[i].shape());
        }
        return new Pair<>(null, back);
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int size) {
        return masks == null || masks.length == 0 ? null : new Pair<>(masks[0], state);
    }
}
