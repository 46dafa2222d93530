package org.netloom.templates;

import static org.netloom.templates.Pieces.conv;
import static org.netloom.templates.Pieces.layer;
import static org.netloom.templates.Pieces.same;

import java.util.List;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;

/** Networks that give back what they are given, through a narrow place. */
final class Autoencoders {

    private static final String CHAPTER = "Autoencoders";
    private static final int CODE = 64;

    private Autoencoders() {}

    static List<Template> all() {
        return List.of(dense(), convolutional(), denoising(), variational());
    }

    private static Template dense() {
        return new Template(
                "mnist-autoencoder",
                "Autoencoder of MNIST",
                CHAPTER,
                "784 pixels have to pass through 64 numbers and become the picture again: what is learned is what digits have in common. The"
                        + " target is the input itself.",
                "Mean squared error on the test part about 0.007 at a code of 64 numbers, after four epochs.",
                Design.chain(
                        Perceptrons.input(1, 28, 28),
                        layer("flatten", "flatten"),
                        Perceptrons.dense("encoder", 256, "relu"),
                        Perceptrons.dense("code", CODE, "relu"),
                        Perceptrons.dense("decoder", 256, "relu"),
                        Perceptrons.output(784, "sigmoid").with("target", "input")),
                Pieces.watchedOnTest("mnist", "mse", 0.001, 128, 4));
    }

    private static Template convolutional() {
        return new Template(
                "mnist-conv-autoencoder",
                "Convolutional autoencoder of MNIST",
                CHAPTER,
                "The encoder folds the picture up with strides, the decoder unfolds it with transposed convolutions. Between them stand 64"
                        + " numbers.",
                "Mean squared error on the test part about 0.005 at a code of 64 numbers, after two epochs.",
                Design.chain(
                        Perceptrons.input(1, 28, 28),
                        halved(conv("encoder1", 16, 3)),
                        halved(conv("encoder2", 32, 3)),
                        layer("flatten", "flatten"),
                        Perceptrons.dense("code", CODE, "identity"),
                        Perceptrons.dense("decoder1", 32 * 7 * 7, "relu"),
                        layer("small", "reshape").with("shape", Value.dims(32, 7, 7)),
                        doubled("decoder2", 16, "relu"),
                        doubled("decoder3", 1, "identity"),
                        layer("output", "loss").with("activation", "sigmoid").with("target", "input")),
                Pieces.watchedOnTest("mnist", "mse", 0.002, 128, 2));
    }

    private static Layer halved(Layer convolution) {
        return same(convolution).with("stride", Value.dims(2, 2));
    }

    private static Layer doubled(String id, long filters, String activation) {
        return same(layer(id, "conv-transpose2d"))
                .with("filters", filters)
                .with("kernel", Value.dims(4, 4))
                .with("stride", Value.dims(2, 2))
                .with("activation", activation);
    }

    private static Template denoising() {
        return new Template(
                "digits-denoising",
                "Denoising autoencoder",
                CHAPTER,
                "While training, four of ten pixels are lost before the network sees the picture, and it still has to give back the whole"
                        + " one: it learns what digits look like, and cannot just copy.",
                "Mean squared error on the whole pictures of the test part below 0.015.",
                Design.chain(
                        Perceptrons.input(1, 28, 28),
                        layer("flatten", "flatten"),
                        layer("lost", "dropout").with("rate", Value.of(0.4)),
                        Perceptrons.dense("encoder", 256, "relu"),
                        Perceptrons.dense("code", CODE, "relu"),
                        Perceptrons.dense("decoder", 256, "relu"),
                        Perceptrons.output(784, "sigmoid").with("target", "input")),
                Pieces.plan("digits", "mse", 0.001, 64, 10));
    }

    private static Template variational() {
        Drawing drawing = new Drawing()
                .put(Perceptrons.input(1, 28, 28))
                .then(layer("flatten", "flatten"), Perceptrons.dense("encoder", 256, "relu"))
                .at(-0.5, 3)
                .put(Perceptrons.dense("mean", 16, "identity"), "encoder")
                .at(0.5, 3)
                .put(Perceptrons.dense("log-variance", 16, "identity"), "encoder")
                .at(0, 4)
                .put(layer("code", "vae-sampling"), "mean", "log-variance")
                .then(
                        Perceptrons.dense("decoder", 256, "relu"),
                        Perceptrons.output(784, "sigmoid").with("target", "input"));
        return new Template(
                "mnist-vae",
                "Variational autoencoder of MNIST",
                CHAPTER,
                "The code is not a point but a small cloud, kept close to a standard normal distribution: so every place between two"
                        + " codes means something, and new digits can be drawn from random codes.",
                "The loss on the test part (reconstruction and divergence) below 110 after five epochs.",
                drawing.design(),
                Pieces.watchedOnTest("mnist", "binary-cross-entropy", 0.001, 128, 5));
    }
}
