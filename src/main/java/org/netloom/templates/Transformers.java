package org.netloom.templates;

import static org.netloom.templates.Pieces.averagePool;
import static org.netloom.templates.Pieces.conv;
import static org.netloom.templates.Pieces.layer;

import java.util.List;
import java.util.Map;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;
import org.netloom.layers.StandardBlocks;

/** Networks in which every step looks at every other. */
final class Transformers {

    private static final String CHAPTER = "Attention and transformers";

    private Transformers() {}

    static List<Template> all() {
        return List.of(reviews(), digits());
    }

    /** One encoder block drawn out, so that its two shortcuts can be seen. */
    private static Template reviews() {
        Drawing drawing = new Drawing()
                .put(Perceptrons.input(1, 17))
                .then(Texts.embedding(32), layer("places", "positional-encoding"))
                .at(1, 3)
                .put(layer("attention", "multi-head-attention").with("heads", 4), "places")
                .at(0, 4)
                .put(layer("add1", "add"), "places", "attention")
                .then(layer("norm1", "layer-norm"))
                .at(1, 6)
                .put(Perceptrons.dense("wide", 64, "relu"), "norm1")
                .then(Perceptrons.dense("narrow", 32, "identity"))
                .at(0, 8)
                .put(layer("add2", "add"), "norm1", "narrow")
                .then(layer("norm2", "layer-norm"), averagePool("mean"), Perceptrons.output(1, "sigmoid"));
        return new Template(
                "reviews-transformer",
                "Transformer encoder reads reviews",
                CHAPTER,
                "Every word looks at all the others and takes over what matters to it: “not” finds its “good” at any distance. Attention"
                        + " knows no order, so each place has a mark of its own.",
                "Accuracy on the test part above 0.95.",
                drawing.design(),
                Pieces.plan("reviews", "binary-cross-entropy", 0.002, 32, 12));
    }

    /** After Dosovitskiy et al., “An Image is Worth 16x16 Words”, 2020, but small and without a class token. */
    private static Template digits() {
        Block encoder = StandardBlocks.all().stream()
                .map(StandardBlocks.Standard::block)
                .filter(block -> block.id().equals("transformer-encoder"))
                .findFirst()
                .orElseThrow();
        Layer blocks = layer("encoders", "block:transformer-encoder")
                .with("width", 48)
                .with("forward", 96)
                .with("dropout", Value.of(0.0))
                .with(Block.REPEAT, 2);
        Map<String, Value> plan = Pieces.watchedOnTest("mnist", "cross-entropy", 0.002, 64, 3);
        return new Template(
                "mnist-vit",
                "A small vision transformer",
                CHAPTER,
                "A picture as a sequence of 16 patches of 7 × 7 pixels: a convolution with a stride as long as its kernel reads each patch,"
                        + " and two encoder blocks let the patches look at each other.",
                "Accuracy on the test part above 0.96 after three epochs.",
                Design.chain(
                                Perceptrons.input(1, 28, 28),
                                conv("patches", 48, 7)
                                        .with("stride", Value.dims(7, 7))
                                        .with("activation", "identity"),
                                layer("sequence", "reshape").with("shape", Value.dims(48, 16)),
                                layer("places", "positional-encoding").with("kind", "learned"),
                                blocks,
                                averagePool("mean"),
                                Perceptrons.output(10, "softmax"))
                        .withBlock(encoder),
                plan);
    }
}
