package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@code y = f(x W + b)} over the rows of all steps. */
final class StepwiseDenseRuntime extends OwnRuntime<StepwiseDense> {

    private static final String W = DefaultParamInitializer.WEIGHT_KEY;
    private static final String B = DefaultParamInitializer.BIAS_KEY;

    private transient @Nullable INDArray sums;

    StepwiseDenseRuntime(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray rows = Rows.of(input);
        INDArray weights = getParam(W);
        int m = Math.toIntExact(rows.size(0));
        int k = Math.toIntExact(weights.size(0));
        int n = Math.toIntExact(weights.size(1));
        boolean plain = isLinear();
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, rows.dataType(), new long[] {m, n}, 'c');
        Gemm.multiply(
                rows.dataType(), m, n, k, 1, Gemm.Block.of(rows), Gemm.Block.byColumns(weights), 0, Gemm.Block.of(out));
        if (hasBias()) {
            out.addiRowVector(getParam(B));
        }
        if (plain) {
            return Rows.back(out, input);
        }
        sums = training ? workspaces.dup(ArrayType.ACTIVATIONS, out, 'c') : null;
        return Rows.back(layerConf().getActivationFn().getActivation(out, training), input);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray rows = Rows.of(input);
        INDArray delta = Rows.of(epsilon);
        INDArray weights = getParam(W);
        if (!isLinear()) {
            if (sums == null) {
                throw new IllegalStateException("No forward pass before the backward pass of " + layerId());
            }
            delta = layerConf().getActivationFn().backprop(sums, delta).getFirst();
            delta = Rows.isDense(delta) ? delta : delta.dup('c');
        }
        DataType type = rows.dataType();
        int m = Math.toIntExact(rows.size(0));
        int k = Math.toIntExact(weights.size(0));
        int n = Math.toIntExact(weights.size(1));
        Gemm.Block errors = Gemm.Block.of(delta);
        Gemm.multiply(
                type, k, n, m, 1, Gemm.Block.of(rows).transposed(), errors, 0, Gemm.Block.byColumns(gradientOf(W)));
        if (hasBias()) {
            delta.sum(gradientOf(B), 0);
        }
        INDArray before = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, type, new long[] {m, k}, 'c');
        Gemm.multiply(type, m, k, n, 1, errors, Gemm.Block.byColumns(weights).transposed(), 0, Gemm.Block.of(before));
        sums = null;
        return new Pair<>(gradients(), Rows.back(before, input));
    }

    private boolean isLinear() {
        return layerConf().getActivationFn() instanceof ActivationIdentity;
    }

    @Override
    public boolean hasBias() {
        return layerConf().hasBias();
    }

    @Override
    public void clear() {
        super.clear();
        sums = null;
    }
}
