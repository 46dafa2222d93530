package org.netloom.training.engine.dl4j;

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
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link VaeSamplingVertex} at work. */
public final class VaeSampling extends OwnVertexRuntime {

    private final double klWeight;
    private @Nullable INDArray noise;
    private double divergence;

    VaeSampling(ComputationGraph graph, String name, int index, double klWeight, DataType dataType) {
        super(graph, name, index, dataType);
        this.klWeight = klWeight;
    }

    /** Sum over the last batch of the weighted divergence from the standard normal distribution. */
    public double divergence() {
        return divergence;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray mean = inputs[0];
        INDArray logVariance = inputs[1];
        try (MemoryWorkspace ignored = workspaces.notifyScopeBorrowed(ArrayType.ACTIVATIONS)) {
            // 1 + ln σ² − μ² − σ²
            INDArray terms = logVariance.add(1).subi(mean.mul(mean)).subi(Transforms.exp(logVariance, true));
            divergence = -0.5 * klWeight * terms.sumNumber().doubleValue();
            if (!training) {
                return mean.dup('c');
            }
            return Transforms.exp(logVariance.mul(0.5), false).muli(noise(mean)).addi(mean);
        }
    }

    /** Lives from the forward to the backward pass, outside of DL4J's workspaces. */
    private INDArray noise(INDArray like) {
        INDArray drawn = noise;
        if (drawn == null || !drawn.equalShapes(like) || drawn.dataType() != like.dataType()) {
            try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
                drawn = Nd4j.createUninitialized(like.dataType(), like.shape(), 'c');
            }
            noise = drawn;
        }
        Nd4j.getExecutioner().exec(new GaussianDistribution(drawn, 0, 1));
        return drawn;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
        INDArray drawn = noise;
        if (drawn == null) {
            throw new IllegalStateException("Backwards before forwards");
        }
        INDArray mean = inputs[0];
        INDArray logVariance = inputs[1];
        try (MemoryWorkspace ignored = workspaces.notifyScopeBorrowed(ArrayType.ACTIVATION_GRAD)) {
            INDArray byMean = mean.mul(klWeight).addi(epsilon);
            INDArray byLogVariance = Transforms.exp(logVariance.mul(0.5), false)
                    .muli(drawn)
                    .muli(epsilon)
                    .muli(0.5)
                    .addi(Transforms.exp(logVariance, true).subi(1).muli(0.5 * klWeight));
            return new Pair<>(null, new INDArray[] {byMean, byLogVariance});
        }
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int minibatch) {
        return masks == null || masks[0] == null ? null : new Pair<>(masks[0], state);
    }
}
