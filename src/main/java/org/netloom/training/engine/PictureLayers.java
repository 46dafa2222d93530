package org.netloom.training.engine;

import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.netloom.layers.Op;
import org.netloom.training.engine.dl4j.StretchSteps;

/** What makes pictures and sequences larger, smaller or noisy, in DL4J's words. */
final class PictureLayers {

    private PictureLayers() {}

    /** A layer for pictures, a vertex for sequences. */
    sealed interface Part {
        record OfPictures(Layer layer) implements Part {}

        record OfSequences(GraphVertex vertex) implements Part {}
    }

    static Part of(Op.Upsample upsample) {
        int[] factors = ConvLayers.ints(upsample.factors());
        return factors.length == 1
                ? new Part.OfSequences(new StretchSteps(factors[0], 0, 0))
                : new Part.OfPictures(
                        new Upsampling2D.Builder(factors[0]).size(factors).build());
    }

    static Part of(Op.Border border) {
        int[] before = ConvLayers.ints(border.before());
        int[] after = ConvLayers.ints(border.after());
        boolean pads = border.kind() == Op.Border.Kind.PAD;
        if (before.length == 1) {
            int sign = pads ? 1 : -1;
            return new Part.OfSequences(new StretchSteps(1, sign * before[0], sign * after[0]));
        }
        return new Part.OfPictures(
                pads
                        ? new ZeroPaddingLayer.Builder(before[0], after[0], before[1], after[1]).build()
                        : new Cropping2D.Builder(before[0], after[0], before[1], after[1]).build());
    }

    static Layer of(Op.SpaceToDepth blocks) {
        return new SpaceToDepthLayer.Builder(Math.toIntExact(blocks.block()), SpaceToDepthLayer.DataFormat.NCHW)
                .build();
    }

    static Layer of(Op.AddNoise noise) {
        return noise.deviation() == 0
                ? new ActivationLayer.Builder()
                        .activation(new ActivationIdentity())
                        .build()
                : new DropoutLayer.Builder()
                        .dropOut(new GaussianNoise(noise.deviation()))
                        .build();
    }
}
