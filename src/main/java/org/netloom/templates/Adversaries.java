package org.netloom.templates;

import static org.netloom.templates.Pieces.layer;
import static org.netloom.templates.Pieces.same;

import java.util.List;
import java.util.Map;
import org.netloom.design.Layer;
import org.netloom.design.Value;

/** Two networks against each other: one draws, one tells drawn from real. */
final class Adversaries {

    private static final String CHAPTER = "Generative adversarial networks";

    private Adversaries() {}

    static List<Template> all() {
        return List.of(dense(), convolutional());
    }

    /** The generator on the right, real data on the left; they meet above the discriminator. */
    private static Template dense() {
        Drawing drawing = new Drawing()
                .at(1, 0)
                .put(noise(64))
                .then(
                        leaky("generator1", 128),
                        layer("normal1", "batch-norm"),
                        leaky("generator2", 256),
                        layer("normal2", "batch-norm"),
                        Perceptrons.dense("drawn", 784, "sigmoid"))
                .at(0, 4)
                .put(Perceptrons.input(1, 28, 28))
                .then(layer("flatten", "flatten"))
                .at(0.5, 6)
                .put(layer("judged", "real-or-generated").with("generatorRate", Value.of(5.0)), "flatten", "drawn")
                .then(
                        leaky("discriminator", 128),
                        layer("drop", "dropout").with("rate", Value.of(0.5)),
                        Perceptrons.output(1, "sigmoid"));
        Map<String, Value> plan = Pieces.watchedOnTest("mnist", "binary-cross-entropy", 0.0004, 64, 4);
        plan.put("beta1", Value.of(0.5));
        return new Template(
                "mnist-gan",
                "GAN draws digits",
                CHAPTER,
                "The generator makes pictures of noise, the discriminator tells them from real ones, and each learns from the other's"
                        + " mistakes: a game that neither should win.",
                "The generator's loss near 0.8, the discriminator's near 1.3 (2 ln 2 = 1.39 if it could only guess); a fifth or more of the"
                        + " drawn digits taken for real, and digits of all classes among them.",
                drawing.design(),
                plan);
    }

    /** After Radford et al., “Unsupervised Representation Learning with Deep Convolutional GANs”, 2015, but smaller. */
    private static Template convolutional() {
        Drawing drawing = new Drawing()
                .at(1, 0)
                .put(noise(32))
                .then(
                        Perceptrons.dense("seed", 32 * 7 * 7, "relu"),
                        layer("small", "reshape").with("shape", Value.dims(32, 7, 7)),
                        layer("normal1", "batch-norm"),
                        up("up1", 16, "relu"),
                        layer("normal2", "batch-norm"),
                        up("drawn", 1, "sigmoid"))
                .at(0, 6)
                .put(Perceptrons.input(1, 28, 28))
                .at(0.5, 7)
                .put(layer("judged", "real-or-generated").with("generatorRate", Value.of(3.0)), "input", "drawn")
                .then(
                        down("down1", 16),
                        down("down2", 32),
                        layer("flatten", "flatten"),
                        layer("drop", "dropout").with("rate", Value.of(0.3)),
                        Perceptrons.output(1, "sigmoid"));
        Map<String, Value> plan = Pieces.plan("digits", "binary-cross-entropy", 0.0005, 64, 10);
        plan.put("beta1", Value.of(0.5));
        return new Template(
                "digits-dcgan",
                "A small DCGAN",
                CHAPTER,
                "The same game with convolutions: the generator unfolds a small picture into a large one with transposed convolutions, the"
                        + " discriminator folds pictures with strides instead of pooling.",
                "Both losses stay finite; the strokes of the samples become sharper than those of a dense generator.",
                drawing.design(),
                plan);
    }

    private static Layer leaky(String id, long units) {
        return Perceptrons.dense(id, units, "leakyrelu").with("slope", Value.of(0.2));
    }

    private static Layer noise(long size) {
        return layer("noise", "noise").with("shape", Value.dims(size));
    }

    private static Layer up(String id, long filters, String activation) {
        return strided(layer(id, "conv-transpose2d").with("filters", filters)).with("activation", activation);
    }

    private static Layer down(String id, long filters) {
        return strided(layer(id, "conv2d").with("filters", filters)).with("activation", "leakyrelu");
    }

    private static Layer strided(Layer convolution) {
        return same(convolution).with("kernel", Value.dims(4, 4)).with("stride", Value.dims(2, 2));
    }
}
