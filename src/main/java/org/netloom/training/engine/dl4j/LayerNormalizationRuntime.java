package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Two passes over each row, in Java: ND4J would take a dozen operations, each with a pass of its own. */
final class LayerNormalizationRuntime extends OwnRuntime<LayerNormalization> {

    private transient float[] floats = {};
    private transient float[] floatErrors = {};
    private transient float[] floatDeviations = {};
    private transient double[] doubles = {};
    private transient double[] doubleErrors = {};
    private transient double[] doubleDeviations = {};

    LayerNormalizationRuntime(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray rows = Rows.of(input);
        INDArray out = workspaces.createUninitialized(ArrayType.ACTIVATIONS, rows.dataType(), rows.shape(), 'c');
        int length = Math.toIntExact(rows.length());
        int n = Math.toIntExact(rows.size(1));
        double epsilon = layerConf().epsilon();
        if (rows.dataType() == DataType.FLOAT) {
            floats = Numbers.atLeast(floats, length);
            floatErrors = Numbers.atLeast(floatErrors, length);
            floatDeviations = Numbers.atLeast(floatDeviations, length / n);
            Numbers.read(rows, floats);
            NormMath.normalize(floats, floatDeviations, length, n, (float) epsilon);
            float[] gamma = layerConf().scales() ? Numbers.floats(getParam(LayerNormalization.GAMMA)) : new float[0];
            float[] beta = layerConf().centers() ? Numbers.floats(getParam(LayerNormalization.BETA)) : new float[0];
            NormMath.stretch(floats, gamma, beta, floatErrors, length, n);
            Numbers.write(floatErrors, out);
        } else {
            doubles = Numbers.atLeast(doubles, length);
            doubleErrors = Numbers.atLeast(doubleErrors, length);
            doubleDeviations = Numbers.atLeast(doubleDeviations, length / n);
            Numbers.read(rows, doubles);
            NormMath.normalize(doubles, doubleDeviations, length, n, epsilon);
            double[] gamma = layerConf().scales() ? Numbers.doubles(getParam(LayerNormalization.GAMMA)) : new double[0];
            double[] beta = layerConf().centers() ? Numbers.doubles(getParam(LayerNormalization.BETA)) : new double[0];
            NormMath.stretch(doubles, gamma, beta, doubleErrors, length, n);
            Numbers.write(doubleErrors, out);
        }
        return Rows.back(out, input);
    }

    /** Works on the normalised rows that the forward pass left behind. */
    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray errors = Rows.of(epsilon);
        int length = Math.toIntExact(errors.length());
        int n = Math.toIntExact(errors.size(1));
        INDArray before =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, errors.dataType(), errors.shape(), 'c');
        boolean scales = layerConf().scales();
        if (errors.dataType() == DataType.FLOAT) {
            Numbers.read(errors, floatErrors);
            float[] gamma = scales ? Numbers.floats(getParam(LayerNormalization.GAMMA)) : new float[0];
            float[] byGamma = new float[n];
            float[] byBeta = new float[n];
            NormMath.backwards(floats, floatDeviations, floatErrors, gamma, byGamma, byBeta, length, n);
            Numbers.write(floatErrors, before);
            if (scales) {
                Numbers.write(byGamma, gradientOf(LayerNormalization.GAMMA));
            }
            if (layerConf().centers()) {
                Numbers.write(byBeta, gradientOf(LayerNormalization.BETA));
            }
        } else {
            Numbers.read(errors, doubleErrors);
            double[] gamma = scales ? Numbers.doubles(getParam(LayerNormalization.GAMMA)) : new double[0];
            double[] byGamma = new double[n];
            double[] byBeta = new double[n];
            NormMath.backwards(doubles, doubleDeviations, doubleErrors, gamma, byGamma, byBeta, length, n);
            Numbers.write(doubleErrors, before);
            if (scales) {
                Numbers.write(byGamma, gradientOf(LayerNormalization.GAMMA));
            }
            if (layerConf().centers()) {
                Numbers.write(byBeta, gradientOf(LayerNormalization.BETA));
            }
        }
        return new Pair<>(gradients(), Rows.back(before, input));
    }
}
