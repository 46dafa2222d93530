package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.netloom.layers.Initializer;
import org.netloom.layers.Op;
import org.netloom.training.engine.dl4j.CodeEmbedding;
import org.netloom.training.engine.dl4j.LayerNormalization;
import org.netloom.training.engine.dl4j.PositionalEncoding;

/** Layers for attention in DL4J's words, and in ours where it has none. */
final class SequenceLayers {

    /** Embeddings start from U(−0.05, 0.05), which is 1/√400; learned positions from N(0, 0.02²), which is 1/2500. */
    private static final double EMBEDDING_FAN = 400;

    private static final double POSITION_FAN = 2500;

    private SequenceLayers() {}

    static Layer embedding(Op.Embed embed, Purpose purpose) {
        EmbeddingSequenceLayer standard = new EmbeddingSequenceLayer.Builder()
                .nIn(embed.vocabulary())
                .nOut(embed.size())
                .inputLength(Math.toIntExact(embed.steps()))
                .hasBias(false)
                .activation(new ActivationIdentity())
                .weightInit(WeightInit.ZERO.getWeightInitFunction())
                .build();
        return purpose == Purpose.TRAINING ? new CodeEmbedding(standard) : standard;
    }

    static List<Lowered.Start> starts(String layer, Op.Embed embed) {
        return List.of(new Lowered.Start(
                layer, "W", new Lowered.From.Drawn(Initializer.UNIFORM, EMBEDDING_FAN, EMBEDDING_FAN)));
    }

    static Layer positions(Op.EncodePositions encode) {
        return new PositionalEncoding(encode.shape().features(), encode.shape().steps(), encode.learned());
    }

    static List<Lowered.Start> starts(String layer, Op.EncodePositions encode) {
        return encode.learned()
                ? List.of(new Lowered.Start(
                        layer,
                        PositionalEncoding.POSITIONS,
                        new Lowered.From.Drawn(Initializer.NORMAL, POSITION_FAN, POSITION_FAN)))
                : List.of();
    }

    static Layer normalization(Op.NormalizeFeatures normalize) {
        return new LayerNormalization(
                normalize.shape().dims().get(0), normalize.epsilon(), normalize.scale(), normalize.center());
    }

    static List<Lowered.Start> starts(String layer, Op.NormalizeFeatures normalize) {
        List<Lowered.Start> starts = new ArrayList<>();
        if (normalize.scale()) {
            starts.add(new Lowered.Start(layer, LayerNormalization.GAMMA, new Lowered.From.Constant(1)));
        }
        return starts;
    }
}
