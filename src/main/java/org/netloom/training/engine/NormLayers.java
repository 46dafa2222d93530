package org.netloom.training.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.netloom.layers.Op;

/** Normalizations in DL4J's words. */
final class NormLayers {

    private NormLayers() {}

    static Layer of(Op.BatchNormalize norm) {
        return new BatchNormalization.Builder()
                .nIn(norm.features())
                .nOut(norm.features())
                .decay(norm.momentum())
                .eps(norm.epsilon())
                .useLogStd(false)
                .build();
    }

    static List<Lowered.Start> starts(String layer) {
        return List.of(
                new Lowered.Start(layer, "gamma", new Lowered.From.Constant(1)),
                new Lowered.Start(layer, "beta", new Lowered.From.Constant(0)),
                new Lowered.Start(layer, "mean", new Lowered.From.Constant(0)),
                new Lowered.Start(layer, "var", new Lowered.From.Constant(1)));
    }
}
