package org.netloom.training.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.netloom.design.Shape;
import org.netloom.layers.Op;
import org.netloom.training.engine.dl4j.StepNormalization;

/** Normalizations in DL4J's words. */
final class NormLayers {

    private NormLayers() {}

    static Layer of(Op.BatchNormalize norm) {
        if (norm.input() instanceof Shape.Sequence) {
            return StepNormalization.of(norm.features(), norm.momentum(), norm.epsilon());
        }
        return new BatchNormalization.Builder()
                .nIn(norm.features())
                .nOut(norm.features())
                .decay(norm.momentum())
                .eps(norm.epsilon())
                .useLogStd(false)
                .build();
    }

    static Layer of(Op.LocalResponse norm) {
        // DL4J fails where the window reaches over all channels and more.
        long channels = norm.input().dims().get(0);
        return new LocalResponseNormalization.Builder()
                .n(Math.min(norm.size(), 2 * channels - 1))
                .k(norm.k())
                .alpha(norm.alpha())
                .beta(norm.beta())
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
