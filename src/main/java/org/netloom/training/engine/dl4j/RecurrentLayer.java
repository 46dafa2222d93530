package org.netloom.training.engine.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A {@link Recurrent} layer at work. */
public class RecurrentLayer extends BaseRecurrentLayer<Recurrent> {

    private static final long serialVersionUID = 1;
    private static final String BEFORE = "prevAct";

    private final transient Unroll exact;
    private final transient Unroll passing;
    private final transient Unroll training;
    private transient Unroll last;
    private boolean unrolled;

    public RecurrentLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
        Recurrent layer = (Recurrent) conf.getLayer();
        Cell cell = layer.getCell();
        Curve curve = Curve.of(layer.getActivationFn());
        Curve gate = Curve.of(layer.getGateActivationFn());
        exact = new DoubleUnroll(cell, curve, gate);
        boolean fast = type == DataType.FLOAT;
        passing = fast ? new FloatUnroll(cell, curve, gate, false, false) : exact;
        training = fast ? new FloatUnroll(cell, curve, gate, true, !layer.isFirst()) : exact;
        last = exact;
    }

    @Override
    public INDArray activate(boolean keep, LayerWorkspaceMgr workspaces) {
        INDArray output = forward(keep, null, workspaces);
        unrolled = keep;
        return output;
    }

    private INDArray forward(boolean keep, @Nullable INDArray before, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        if (input.rank() != 3 || input.size(1) != layerConf().getNIn()) {
            throw new IllegalArgumentException(
                    "The recurrent layer " + layerConf().getLayerName() + " takes [batch, "
                            + layerConf().getNIn() + ", steps], not " + input.shapeInfoToString());
        }
        applyDropOutIfNecessary(keep, workspaces);
        INDArray output = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS,
                dataType,
                new long[] {input.size(0), layerConf().getNOut(), input.size(2)},
                'f');
        last = before != null ? exact : keep ? training : passing;
        last.forward(input.castTo(dataType), maskArray, before, weights(params), output);
        return output;
    }

    private static Unroll.Weights weights(Map<String, INDArray> arrays) {
        return new Unroll.Weights(
                RecurrentParameters.named(RecurrentParameters.INPUT_WEIGHTS, arrays),
                RecurrentParameters.named(RecurrentParameters.STATE_WEIGHTS, arrays),
                RecurrentParameters.named(RecurrentParameters.BIAS, arrays));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        if (!unrolled) {
            forward(true, null, workspaces);
        }
        unrolled = false;
        INDArray inputError = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'f');
        last.backward(epsilon.castTo(dataType), weights(gradientViews), inputError);
        Gradient gradient = new DefaultGradient(gradientsFlattened);
        gradientViews.forEach(gradient.gradientForVariable()::put);
        return new Pair<>(gradient, backpropDropOutIfPresent(inputError));
    }

    @Override
    public INDArray rnnTimeStep(INDArray some, LayerWorkspaceMgr workspaces) {
        setInput(some, workspaces);
        if (layerConf().getCell() == Cell.LSTM) {
            throw new UnsupportedOperationException("Step by step, use DL4J's own LSTM with the same numbers");
        }
        INDArray output = forward(false, stateMap.get(BEFORE), workspaces);
        try (MemoryWorkspace ignored = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            stateMap.put(
                    BEFORE,
                    output.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(output.size(2) - 1))
                            .dup());
        }
        return output;
    }

    @Override
    public INDArray rnnActivateUsingStoredState(
            INDArray some, boolean training, boolean store, LayerWorkspaceMgr workspaces) {
        throw new UnsupportedOperationException("Truncated backpropagation through time is not supported");
    }

    @Override
    public Pair<Gradient, INDArray> tbpttBackpropGradient(INDArray epsilon, int length, LayerWorkspaceMgr workspaces) {
        throw new UnsupportedOperationException("Truncated backpropagation through time is not supported");
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int examples) {
        setMaskArray(mask);
        return new Pair<>(mask, MaskState.Passthrough);
    }

    @Override
    public Type type() {
        return Type.RECURRENT;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
