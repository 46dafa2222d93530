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

/** Keeps the weights of the last forward pass for the backward pass. */
final class AttentionVertexRuntime extends OwnVertexRuntime {

    private final AttentionMath math;
    private @Nullable INDArray keyMask;

    AttentionVertexRuntime(ComputationGraph graph, String name, int index, int heads, boolean causal, DataType type) {
        super(graph, name, index, type);
        math = new AttentionMath(heads, causal);
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray queries = Rows.of(inputs[0]);
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, queries.dataType(), queries.shape(), 'c');
        math.forward(sizes(), queries, Rows.of(inputs[1]), Rows.of(inputs[2]), keyMask, out);
        return Rows.back(out, inputs[0]);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        INDArray[] before = new INDArray[inputs.length];
        INDArray[] rows = new INDArray[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            rows[i] = Rows.of(inputs[i]);
            before[i] =
                    workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, rows[i].dataType(), rows[i].shape(), 'c');
        }
        math.backward(sizes(), rows, Rows.of(getEpsilon()), before);
        INDArray[] errors = new INDArray[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            errors[i] = Rows.back(before[i], inputs[i]);
        }
        return new Pair<>(null, errors);
    }

    private AttentionMath.Sizes sizes() {
        return new AttentionMath.Sizes(
                Math.toIntExact(inputs[0].size(0)),
                Math.toIntExact(inputs[0].size(1)),
                Math.toIntExact(inputs[0].size(2)),
                Math.toIntExact(inputs[1].size(2)));
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, @Nullable MaskState state, int examples) {
        if (masks == null) {
            keyMask = null;
            return null;
        }
        keyMask = masks[1];
        return new Pair<>(masks[0], state);
    }
}
