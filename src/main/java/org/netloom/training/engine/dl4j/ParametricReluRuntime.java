package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Rows of one example each, or of one position each where the slopes are shared. */
final class ParametricReluRuntime extends OwnRuntime<ParametricRelu> {

    ParametricReluRuntime(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray rows = rows(input);
        INDArray out = workspaces.dup(ArrayType.ACTIVATIONS, rows, 'c');
        INDArray below = below(rows);
        out.subi(below).addi(below.mulRowVector(getParam(ParametricRelu.ALPHA)));
        return back(out);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray rows = rows(input);
        INDArray errors = workspaces.dup(ArrayType.ACTIVATION_GRAD, rows(epsilon), 'c');
        errors.mul(below(rows)).sum(gradientOf(ParametricRelu.ALPHA), 0);
        INDArray isBelow = rows.lt(0).castTo(rows.dataType());
        INDArray slopes = isBelow.mulRowVector(getParam(ParametricRelu.ALPHA))
                .subi(isBelow)
                .addi(1);
        return new Pair<>(gradients(), back(errors.muli(slopes)));
    }

    private static INDArray below(INDArray rows) {
        return Transforms.min(rows, 0, true);
    }

    private INDArray rows(INDArray array) {
        if (layerConf().isShared()) {
            return Rows.of(array);
        }
        INDArray dense = Rows.isDense(array) ? array : array.dup('c');
        return dense.reshape('c', dense.size(0), dense.length() / dense.size(0));
    }

    private INDArray back(INDArray rows) {
        return layerConf().isShared() ? Rows.back(rows, input) : rows.reshape('c', input.shape());
    }
}
