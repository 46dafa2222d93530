package org.netloom.training.engine.dl4j;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_VAR;

import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A {@link StepNormalization} at work: y = γ x̂ + β with x̂ = (x − μ) / √(σ² + ε), μ and σ² of each feature over all steps that count
 * (Ioffe and Szegedy 2015, algorithm 1). Steps that do not count give 0.
 */
public class StepNormalizationLayer extends BatchNormalization {

    private static final long serialVersionUID = 1;

    public StepNormalizationLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    /** All steps of all examples below each other. */
    private record Rows(
            INDArray centred,
            INDArray mean,
            INDArray variance,
            double count,
            @Nullable INDArray mask) {}

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        Rows rows = rows(training);
        INDArray y = rows.centred()
                .diviRowVector(deviation(rows))
                .muliRowVector(named(GAMMA, params))
                .addiRowVector(named(BETA, params));
        count(y, rows.mask());
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, sequences(y));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        Rows rows = rows(true);
        INDArray deviation = deviation(rows);
        INDArray normal = rows.centred().diviRowVector(deviation);
        INDArray error = below(epsilon.castTo(dataType));
        count(error, rows.mask());
        named(BETA, gradientViews).assign(error.sum(true, 0));
        named(GAMMA, gradientViews).assign(error.mul(normal).sum(true, 0));
        error.muliRowVector(named(GAMMA, params));
        INDArray mean = error.sum(true, 0).divi(rows.count());
        INDArray along = error.mul(normal).sum(true, 0).divi(rows.count());
        error.subiRowVector(mean).subi(normal.muliRowVector(along)).diviRowVector(deviation);
        count(error, rows.mask());
        double moved = 1 - layerConf().getDecay();
        follow(GLOBAL_MEAN, rows.mean(), moved);
        follow(GLOBAL_VAR, rows.variance(), moved);
        Gradient gradient = new DefaultGradient();
        for (String name : new String[] {GAMMA, BETA, GLOBAL_MEAN, GLOBAL_VAR}) {
            gradient.setGradientFor(name, named(name, gradientViews));
        }
        return new Pair<>(gradient, workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, sequences(error)));
    }

    private void follow(String name, INDArray batch, double moved) {
        named(name, gradientViews).assign(named(name, params).sub(batch).muli(moved));
    }

    private Rows rows(boolean training) {
        INDArray x = below(input.castTo(dataType));
        INDArray mask =
                maskArray == null ? null : maskArray.castTo(dataType).dup('c').reshape(x.size(0), 1);
        double count = mask == null ? x.size(0) : Math.max(1, mask.sumNumber().doubleValue());
        if (!training) {
            INDArray mean = named(GLOBAL_MEAN, params);
            return new Rows(x.subiRowVector(mean), mean, named(GLOBAL_VAR, params), count, mask);
        }
        count(x, mask);
        INDArray mean = x.sum(true, 0).divi(count);
        x.subiRowVector(mean);
        count(x, mask);
        return new Rows(x, mean, x.mul(x).sum(true, 0).divi(count), count, mask);
    }

    private INDArray deviation(Rows rows) {
        return Transforms.sqrt(rows.variance().add(layerConf().getEps()), false);
    }

    private static void count(INDArray rows, @Nullable INDArray mask) {
        if (mask != null) {
            rows.muliColumnVector(mask);
        }
    }

    private static INDArray named(String name, Map<String, INDArray> arrays) {
        INDArray array = Objects.requireNonNull(arrays.get(name), name);
        return array.reshape(1, array.length());
    }

    private static INDArray below(INDArray sequences) {
        return sequences.permute(0, 2, 1).dup('c').reshape(sequences.size(0) * sequences.size(2), sequences.size(1));
    }

    private INDArray sequences(INDArray rows) {
        return rows.reshape(input.size(0), input.size(2), input.size(1))
                .permute(0, 2, 1)
                .dup('c');
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int examples) {
        setMaskArray(mask);
        return new Pair<>(mask, state);
    }
}
