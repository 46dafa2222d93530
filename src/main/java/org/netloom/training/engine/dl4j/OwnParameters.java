package org.netloom.training.engine.dl4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Lays the arrays of an {@link OwnLayer} one after the other into DL4J's one row of parameters. */
final class OwnParameters implements ParamInitializer {

    static final OwnParameters INSTANCE = new OwnParameters();

    private OwnParameters() {}

    private static List<OwnLayer.Array> arrays(Layer layer) {
        return ((OwnLayer) layer).arrays();
    }

    @Override
    public long numParams(NeuralNetConfiguration configuration) {
        return numParams(configuration.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        return arrays(layer).stream().mapToLong(OwnLayer.Array::length).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return arrays(layer).stream().map(OwnLayer.Array::name).toList();
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return paramKeys(layer);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of();
    }

    @Override
    public boolean isWeightParam(Layer layer, String name) {
        return paramKeys(layer).contains(name);
    }

    @Override
    public boolean isBiasParam(Layer layer, String name) {
        return false;
    }

    @Override
    public Map<String, INDArray> init(
            NeuralNetConfiguration configuration, INDArray parameters, boolean initializeParameters) {
        Map<String, INDArray> table = views(configuration.getLayer(), parameters);
        for (OwnLayer.Array array : arrays(configuration.getLayer())) {
            configuration.addVariable(array.name());
            INDArray numbers = table.get(array.name());
            if (initializeParameters && numbers != null) {
                numbers.assign(array.start());
            }
        }
        return table;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration configuration, INDArray gradient) {
        return views(configuration.getLayer(), gradient);
    }

    private static Map<String, INDArray> views(Layer layer, INDArray row) {
        Map<String, INDArray> views = new LinkedHashMap<>();
        if (arrays(layer).isEmpty()) {
            return views;
        }
        INDArray flat = row.reshape(row.length());
        long from = 0;
        for (OwnLayer.Array array : arrays(layer)) {
            INDArray part = flat.get(NDArrayIndex.interval(from, from + array.length()));
            views.put(array.name(), part.reshape('c', array.shape()));
            from += array.length();
        }
        return views;
    }
}
