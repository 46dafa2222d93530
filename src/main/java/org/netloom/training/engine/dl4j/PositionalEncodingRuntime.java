package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One row of positions, added to the rows of every example. */
final class PositionalEncodingRuntime extends OwnRuntime<PositionalEncoding> {

    private transient @Nullable INDArray sinusoids;

    PositionalEncodingRuntime(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray examples = examples(Rows.of(input));
        INDArray positions = positions(examples.dataType()).reshape(1, examples.size(1));
        INDArray out = workspaces.dup(ArrayType.ACTIVATIONS, examples, 'c').addiRowVector(positions);
        return Rows.back(
                out.reshape(
                        'c',
                        examples.length() / layerConf().features(),
                        layerConf().features()),
                input);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (layerConf().isLearned()) {
            INDArray gradient = gradientOf(PositionalEncoding.POSITIONS);
            examples(Rows.of(epsilon)).sum(gradient.reshape(gradient.length()), 0);
        }
        INDArray before = workspaces.dup(ArrayType.ACTIVATION_GRAD, Rows.of(epsilon), 'c');
        return new Pair<>(gradients(), Rows.back(before, input));
    }

    /** One row an example. */
    private INDArray examples(INDArray rows) {
        long width = layerConf().features() * layerConf().steps();
        return rows.reshape('c', rows.length() / width, width);
    }

    private INDArray positions(DataType type) {
        if (layerConf().isLearned()) {
            return getParam(PositionalEncoding.POSITIONS);
        }
        INDArray known = sinusoids;
        if (known == null || known.dataType() != type) {
            try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
                known = Nd4j.createFromArray(PositionalEncoding.sinusoids(
                                Math.toIntExact(layerConf().features()),
                                Math.toIntExact(layerConf().steps())))
                        .castTo(type);
            }
            sinusoids = known;
        }
        return known;
    }
}
