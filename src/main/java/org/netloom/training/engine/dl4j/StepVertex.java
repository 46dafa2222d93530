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

/** {@link LastStep} and {@link ReverseSteps} at work: copies steps of [batch, features, steps] to where they belong, and back. */
public class StepVertex extends OwnVertexRuntime {

    private static final long serialVersionUID = 1;

    private final boolean last;
    private transient @Nullable INDArray mask;
    private int batch;
    private int features;
    private int steps;
    private int[] lengths = {};

    StepVertex(ComputationGraph graph, String name, int index, boolean last, DataType type) {
        super(graph, name, index, type);
        this.last = last;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray input = inputs[0];
        batch = (int) input.size(0);
        features = (int) input.size(1);
        steps = (int) input.size(2);
        lengths = Steps.lengths(graph.getInputMaskArrays() == null ? null : mask, batch, steps);
        long[] shape = last ? new long[] {batch, features} : input.shape();
        INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, shape, 'f');
        return Steps.array(moved(Steps.numbers(input), false), output);
    }

    @Override
    @SuppressWarnings("NullAway") // DL4J asks for null where there are no parameters.
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
        long[] shape = {batch, features, steps};
        INDArray error = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, shape, 'f');
        return new Pair<>(null, new INDArray[] {Steps.array(moved(Steps.numbers(epsilon), true), error)});
    }

    /** @param back from the output's layout to the input's */
    private Object moved(Object from, boolean back) {
        int block = features * batch;
        int size = last && !back ? block : steps * block;
        Object to = from instanceof float[] ? new float[size] : new double[size];
        for (int row = 0; row < batch; row++) {
            if (last) {
                int there = (lengths[row] - 1) * block + row;
                column(from, back ? row : there, to, back ? there : row);
            } else {
                for (int t = 0; t < steps; t++) {
                    int other = t < lengths[row] ? lengths[row] - 1 - t : t;
                    column(from, t * block + row, to, other * block + row);
                }
            }
        }
        return to;
    }

    private void column(Object from, int source, Object to, int target) {
        if (from instanceof float[] given && to instanceof float[] taken) {
            for (int j = 0; j < features; j++) {
                taken[target + j * batch] = given[source + j * batch];
            }
        } else if (from instanceof double[] given && to instanceof double[] taken) {
            for (int j = 0; j < features; j++) {
                taken[target + j * batch] = given[source + j * batch];
            }
        }
    }

    @Override
    @SuppressWarnings("NullAway") // DL4J's masks are null where all steps count.
    public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int examples) {
        mask = masks == null || masks.length == 0 ? null : masks[0];
        return new Pair<>(last ? null : mask, state);
    }
}
