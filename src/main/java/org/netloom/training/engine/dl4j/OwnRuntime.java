package org.netloom.training.engine.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the running side of our layers shares. */
abstract class OwnRuntime<C extends org.deeplearning4j.nn.conf.layers.BaseLayer> extends BaseLayer<C> {

    OwnRuntime(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public Type type() {
        return Type.FEED_FORWARD;
    }

    /** Where the derivatives by an array of parameters belong. */
    final INDArray gradientOf(String name) {
        INDArray view = gradientViews.get(name);
        if (view == null) {
            throw new IllegalStateException("No parameters " + name + " in " + layerId());
        }
        return view;
    }

    final Gradient gradients() {
        Gradient all = new DefaultGradient();
        if (gradientViews != null) {
            gradientViews.forEach(all.gradientForVariable()::put);
        }
        return all;
    }
}
