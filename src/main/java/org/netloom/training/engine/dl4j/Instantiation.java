package org.netloom.training.engine.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What DL4J leaves to every kind of layer: to hand a layer at work its listeners, its place and its parameters. */
public final class Instantiation {

    private Instantiation() {}

    /** @param layer new, so that it has nothing but its configuration */
    public static Layer complete(
            Layer layer, Collection<TrainingListener> listeners, int index, INDArray parameters, boolean initialize) {
        NeuralNetConfiguration conf = layer.conf();
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(conf.getLayer().initializer().init(conf, parameters, initialize));
        return layer;
    }
}
