package org.netloom.training.engine.dl4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Lays out the numbers of a recurrent layer as DL4J does: W, RW (both column by column), b. */
final class RecurrentParameters implements ParamInitializer {

    static final RecurrentParameters INSTANCE = new RecurrentParameters();

    static final String INPUT_WEIGHTS = "W";
    static final String STATE_WEIGHTS = "RW";
    static final String BIAS = "b";

    private RecurrentParameters() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return ((Recurrent) layer).parameters();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return List.of(INPUT_WEIGHTS, STATE_WEIGHTS, BIAS);
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return List.of(INPUT_WEIGHTS, STATE_WEIGHTS);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of(BIAS);
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return BIAS.equals(key);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray parameters, boolean initialize) {
        Recurrent layer = (Recurrent) conf.getLayer();
        paramKeys(layer).forEach(conf::addVariable);
        Map<String, INDArray> arrays = split(layer, parameters);
        if (initialize) {
            long units = layer.getNOut();
            draw(layer.getWeightInitFn(), layer.getNIn(), units, named(INPUT_WEIGHTS, arrays));
            IWeightInit own = layer.getWeightInitFnRecurrent();
            draw(own == null ? layer.getWeightInitFn() : own, units, units, named(STATE_WEIGHTS, arrays));
            named(BIAS, arrays).assign(layer.getBiasInit());
            if (layer.getCell() == Cell.LSTM) {
                named(BIAS, arrays).get(NDArrayIndex.interval(units, 2 * units)).assign(layer.getForgetGateBiasInit());
            }
        }
        return arrays;
    }

    static INDArray named(String name, Map<String, INDArray> arrays) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    private static void draw(IWeightInit from, long fanIn, long fanOut, INDArray weights) {
        from.init(fanIn, fanOut, weights.shape(), 'f', weights);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray gradient) {
        return split((Recurrent) conf.getLayer(), gradient);
    }

    private static Map<String, INDArray> split(Recurrent layer, INDArray all) {
        long width = layer.getCell().blocks() * layer.getNOut();
        long first = layer.getNIn() * width;
        long second = first + layer.getNOut() * width;
        INDArray flat = all.reshape(all.length());
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        arrays.put(INPUT_WEIGHTS, flat.get(NDArrayIndex.interval(0, first)).reshape('f', layer.getNIn(), width));
        arrays.put(STATE_WEIGHTS, flat.get(NDArrayIndex.interval(first, second)).reshape('f', layer.getNOut(), width));
        arrays.put(BIAS, flat.get(NDArrayIndex.interval(second, all.length())));
        return arrays;
    }
}
