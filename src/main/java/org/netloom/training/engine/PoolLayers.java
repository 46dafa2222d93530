package org.netloom.training.engine;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.netloom.layers.Op;
import org.netloom.layers.Window;

/** Poolings in DL4J's words. */
final class PoolLayers {

    private PoolLayers() {}

    static Layer of(Op.Pool pool, Purpose purpose) {
        Window window = pool.window();
        PoolingType type = switch (pool.kind()) {
            case MAX -> PoolingType.MAX;
            case AVERAGE -> PoolingType.AVG;
        };
        if (window.directions() == 1) {
            return new Subsampling1DLayer.Builder(type)
                    .kernelSize(Math.toIntExact(window.kernel().get(0)))
                    .stride(Math.toIntExact(window.stride().get(0)))
                    .convolutionMode(ConvLayers.mode(window, pool.input(), false))
                    .build();
        }
        ConvolutionMode mode = ConvLayers.mode(window, pool.input(), false);
        SubsamplingLayer.Builder builder = new SubsamplingLayer.Builder(type)
                .kernelSize(ConvLayers.ints(window.kernel()))
                .stride(ConvLayers.ints(window.stride()))
                .convolutionMode(mode);
        boolean isFast = purpose == Purpose.TRAINING && type == PoolingType.MAX && mode == ConvolutionMode.Truncate;
        return isFast ? new FastMaxPooling(builder) : builder.build();
    }

    static Layer of(Op.GlobalPool pool) {
        return new GlobalPoolingLayer.Builder(
                        switch (pool.kind()) {
                            case MAX -> PoolingType.MAX;
                            case AVERAGE -> PoolingType.AVG;
                            case SUM -> PoolingType.SUM;
                        })
                .collapseDimensions(true)
                .build();
    }
}
