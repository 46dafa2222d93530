package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies rows of the table, and adds derivatives to them; the table lies column by column, as DL4J keeps it. */
final class CodeEmbeddingRuntime extends OwnRuntime<CodeEmbedding> {

    private static final String W = DefaultParamInitializer.WEIGHT_KEY;

    CodeEmbeddingRuntime(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        int[] codes = codes();
        int size = Math.toIntExact(layerConf().getNOut());
        int vocabulary = Math.toIntExact(layerConf().getNIn());
        INDArray table = getParam(W);
        INDArray rows = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS, table.dataType(), new long[] {codes.length, size}, 'c');
        if (table.dataType() == DataType.FLOAT) {
            float[] weights = Numbers.floats(table);
            float[] out = new float[codes.length * size];
            for (int row = 0; row < codes.length; row++) {
                for (int i = 0; i < size; i++) {
                    out[row * size + i] = weights[i * vocabulary + codes[row]];
                }
            }
            Numbers.write(out, rows);
        } else {
            double[] weights = Numbers.doubles(table);
            double[] out = new double[codes.length * size];
            for (int row = 0; row < codes.length; row++) {
                for (int i = 0; i < size; i++) {
                    out[row * size + i] = weights[i * vocabulary + codes[row]];
                }
            }
            Numbers.write(out, rows);
        }
        long examples = input.size(0);
        return rows.reshape('c', examples, codes.length / examples, size).permute(0, 2, 1);
    }

    /** No derivative by the codes: they do not vary by little. */
    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        int[] codes = codes();
        int size = Math.toIntExact(layerConf().getNOut());
        int vocabulary = Math.toIntExact(layerConf().getNIn());
        INDArray errors = Rows.of(epsilon);
        if (errors.dataType() == DataType.FLOAT) {
            float[] given = Numbers.floats(errors);
            float[] sums = new float[vocabulary * size];
            for (int row = 0; row < codes.length; row++) {
                for (int i = 0; i < size; i++) {
                    sums[i * vocabulary + codes[row]] += given[row * size + i];
                }
            }
            Numbers.write(sums, gradientOf(W));
        } else {
            double[] given = Numbers.doubles(errors);
            double[] sums = new double[vocabulary * size];
            for (int row = 0; row < codes.length; row++) {
                for (int i = 0; i < size; i++) {
                    sums[i * vocabulary + codes[row]] += given[row * size + i];
                }
            }
            Numbers.write(sums, gradientOf(W));
        }
        INDArray none = workspaces.create(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        return new Pair<>(gradients(), none);
    }

    private int[] codes() {
        INDArray flat = (Rows.isDense(input) ? input : input.dup('c')).castTo(DataType.FLOAT);
        float[] numbers = Numbers.floats(flat);
        int last = Math.toIntExact(layerConf().getNIn()) - 1;
        int[] codes = new int[numbers.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Math.max(0, Math.min(last, (int) numbers[i]));
        }
        return codes;
    }
}
