package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** {@link StretchSteps} at work: moves whole steps, which lie behind each other. */
public class StretchStepsVertex extends OwnVertexRuntime {

    private static final long serialVersionUID = 1;

    private final StretchSteps stretch;
    private int batch;
    private int features;
    private int steps;

    StretchStepsVertex(ComputationGraph graph, String name, int index, StretchSteps stretch, DataType type) {
        super(graph, name, index, type);
        this.stretch = stretch;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray input = inputs[0];
        batch = (int) input.size(0);
        features = (int) input.size(1);
        steps = (int) input.size(2);
        int wanted = stretch.stretched(steps);
        INDArray output = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS, dataType, new long[] {batch, features, wanted}, 'f');
        Object from = Steps.numbers(input);
        int block = batch * features;
        Object to = from instanceof float[] ? new float[wanted * block] : new double[wanted * block];
        for (int place = 0; place < wanted; place++) {
            int source = stretch.source(place);
            if (source >= 0 && source < steps) {
                System.arraycopy(from, source * block, to, place * block, block);
            }
        }
        return Steps.array(to, output);
    }

    @Override
    @SuppressWarnings("NullAway") // DL4J asks for null where there are no parameters.
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
        INDArray error = workspaces.createUninitialized(
                ArrayType.ACTIVATION_GRAD, dataType, new long[] {batch, features, steps}, 'f');
        Object from = Steps.numbers(epsilon);
        int block = batch * features;
        Object to = from instanceof float[] ? new float[steps * block] : new double[steps * block];
        for (int place = 0; place < stretch.stretched(steps); place++) {
            int source = stretch.source(place);
            if (source >= 0 && source < steps) {
                add(from, place * block, to, source * block, block);
            }
        }
        return new Pair<>(null, new INDArray[] {Steps.array(to, error)});
    }

    private static void add(Object from, int source, Object to, int target, int count) {
        if (from instanceof float[] given && to instanceof float[] taken) {
            for (int i = 0; i < count; i++) {
                taken[target + i] += given[source + i];
            }
        } else if (from instanceof double[] given && to instanceof double[] taken) {
            for (int i = 0; i < count; i++) {
                taken[target + i] += given[source + i];
            }
        }
    }

    /** Zeros beside a step count where that step does. */
    @Override
    @SuppressWarnings("NullAway") // DL4J's masks are null where all steps count.
    public Pair<INDArray, MaskState> feedForwardMaskArrays(INDArray[] masks, MaskState state, int examples) {
        INDArray mask = masks == null || masks.length == 0 ? null : masks[0];
        if (mask == null) {
            return new Pair<>(null, state);
        }
        int length = (int) mask.size(1);
        float[][] counts = new float[(int) mask.size(0)][stretch.stretched(length)];
        for (int row = 0; row < counts.length; row++) {
            for (int place = 0; place < counts[row].length; place++) {
                int source = Math.max(0, Math.min(length - 1, stretch.source(place)));
                counts[row][place] = mask.getFloat(row, source);
            }
        }
        return new Pair<>(Nd4j.createFromArray(counts).castTo(mask.dataType()), state);
    }
}
