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
import org.nd4j.linalg.ops.transforms.Transforms;

/** Adds rows; the derivative goes to every input as it is. */
final class SumVertexRuntime extends OwnVertexRuntime {

    SumVertexRuntime(ComputationGraph graph, String name, int index, DataType type) {
        super(graph, name, index, type);
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray sum = workspaces.dup(ArrayType.ACTIVATIONS, Rows.of(inputs[0]), 'c');
        for (int i = 1; i < inputs.length; i++) {
            sum.addi(Rows.of(inputs[i]));
        }
        return Rows.back(sum, inputs[0]);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        INDArray errors = Rows.of(getEpsilon());
        INDArray[] before = new INDArray[inputs.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = Rows.back(workspaces.dup(ArrayType.ACTIVATION_GRAD, errors, 'c'), inputs[i]);
        }
        return new Pair<>(null, before);
    }

    /** As DL4J's own vertex has it: a step counts where it does in any input, and everywhere if one of them has no mask. */
    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, @Nullable MaskState state, int examples) {
        if (masks == null) {
            return null;
        }
        INDArray any = masks[0];
        for (INDArray mask : masks) {
            if (mask == null || any == null) {
                return null;
            }
            any = any == mask ? any : Transforms.max(any, mask, true);
        }
        return new Pair<>(any, state);
    }
}
