package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@code y = f(x W + b)} over the rows of all steps. */
final class StepwiseDenseRuntime extends OwnRuntime<StepwiseDense> {

    private static final String W = DefaultParamInitializer.WEIGHT_KEY;
    private static final String B = DefaultParamInitializer.BIAS_KEY;

    private transient @Nullable INDArray sums;
    private transient float[] given = {};
    private transient float[] errors = {};

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
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, rows.dataType(), new long[] {m, n}, 'c');
        Gemm.multiply(
                rows.dataType(), m, n, k, 1, Gemm.Block.of(rows), Gemm.Block.byColumns(weights), 0, Gemm.Block.of(out));
        if (isFused(rows.dataType())) {
            fused(out, m, n);
            return Rows.back(out, input);
        }
        if (hasBias()) {
            out.addiRowVector(getParam(B));
        }
        if (isLinear()) {
            return Rows.back(out, input);
        }
        sums = training ? workspaces.dup(ArrayType.ACTIVATIONS, out, 'c') : null;
        return Rows.back(layerConf().getActivationFn().getActivation(out, training), input);
    }

    /** Bias and ReLU in one pass; ND4J would take three, each with its own cost. */
    private void fused(INDArray out, int m, int n) {
        boolean rectifies = !isLinear();
        given = Numbers.atLeast(given, m * n);
        Numbers.read(out, given);
        float[] biases = hasBias() ? Numbers.floats(getParam(B)) : new float[n];
        for (int from = 0; from < m * n; from += n) {
            for (int i = 0; i < n; i++) {
                float sum = given[from + i] + biases[i];
                given[from + i] = rectifies ? Math.max(0, sum) : sum;
            }
        }
        Numbers.write(given, out);
    }

    /** Derivatives by the sums before ReLU, and those by the biases. */
    private INDArray fusedBackwards(INDArray delta, int m, int n, LayerWorkspaceMgr workspaces) {
        boolean rectifies = !isLinear();
        errors = Numbers.atLeast(errors, m * n);
        Numbers.read(delta, errors);
        if (rectifies) {
            for (int i = 0; i < m * n; i++) {
                errors[i] = given[i] > 0 ? errors[i] : 0;
            }
        }
        if (hasBias()) {
            float[] byBias = new float[n];
            for (int from = 0; from < m * n; from += n) {
                for (int i = 0; i < n; i++) {
                    byBias[i] += errors[from + i];
                }
            }
            Numbers.write(byBias, gradientOf(B));
        }
        if (!rectifies) {
            return delta;
        }
        INDArray before =
                workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, delta.dataType(), new long[] {m, n}, 'c');
        Numbers.write(errors, before);
        return before;
    }

    private boolean isFused(DataType type) {
        return type == DataType.FLOAT && (isLinear() || layerConf().getActivationFn() instanceof ActivationReLU);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray rows = Rows.of(input);
        INDArray delta = Rows.of(epsilon);
        INDArray weights = getParam(W);
        DataType type = rows.dataType();
        int m = Math.toIntExact(rows.size(0));
        int k = Math.toIntExact(weights.size(0));
        int n = Math.toIntExact(weights.size(1));
        if (isFused(type)) {
            delta = fusedBackwards(delta, m, n, workspaces);
        } else if (!isLinear()) {
            if (sums == null) {
                throw new IllegalStateException("No forward pass before the backward pass of " + layerId());
            }
            delta = layerConf().getActivationFn().backprop(sums, delta).getFirst();
            delta = Rows.isDense(delta) ? delta : delta.dup('c');
        }
        Gemm.Block slopes = Gemm.Block.of(delta);
        Gemm.multiply(
                type, k, n, m, 1, Gemm.Block.of(rows).transposed(), slopes, 0, Gemm.Block.byColumns(gradientOf(W)));
        if (hasBias() && !isFused(type)) {
            delta.sum(gradientOf(B), 0);
        }
        INDArray before = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, type, new long[] {m, k}, 'c');
        Gemm.multiply(type, m, k, n, 1, slopes, Gemm.Block.byColumns(weights).transposed(), 0, Gemm.Block.of(before));
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
