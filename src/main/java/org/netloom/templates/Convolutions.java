package org.netloom.templates;

import static org.netloom.templates.Pieces.activation;
import static org.netloom.templates.Pieces.averagePool;
import static org.netloom.templates.Pieces.conv;
import static org.netloom.templates.Pieces.halving;
import static org.netloom.templates.Pieces.layer;
import static org.netloom.templates.Pieces.same;

import java.util.List;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;

/** Networks that slide over pictures. */
final class Convolutions {

    private static final String CHAPTER = "Convolutional networks";

    private Convolutions() {}

    static List<Template> all() {
        return List.of(leNet(), shapes(), resNet());
    }

    private static Template leNet() {
        return new Template(
                "mnist-lenet",
                "LeNet on MNIST",
                CHAPTER,
                "Two convolutions find strokes and then parts of digits, pooling forgives small shifts, and a dense layer puts them"
                        + " together.",
                "Accuracy on the test part about 98.9 % after two epochs.",
                Design.chain(
                        Perceptrons.input(1, 28, 28),
                        conv("conv1", 20, 5),
                        halving("pool1"),
                        conv("conv2", 50, 5),
                        halving("pool2"),
                        layer("flatten", "flatten"),
                        Perceptrons.dense("hidden", 500, "relu"),
                        Perceptrons.output(10, "softmax")),
                Pieces.watchedOnTest("mnist", "cross-entropy", 0.001, 64, 2));
    }

    private static Template shapes() {
        return new Template(
                "shapes-cnn",
                "Shapes with convolutions only",
                CHAPTER,
                "Where a figure stands and how large it is says nothing about what it is: convolutions and a global pooling see it the"
                        + " same everywhere. Replace them by Flatten and Dense, and compare.",
                "Accuracy on the test part above 0.95.",
                Design.chain(
                        Perceptrons.input(1, 28, 28),
                        same(conv("conv1", 16, 3)),
                        halving("pool1"),
                        same(conv("conv2", 32, 3)),
                        halving("pool2"),
                        same(conv("conv3", 64, 3)),
                        layer("everywhere", "global-pool").with("kind", "max"),
                        Perceptrons.dense("hidden", 64, "relu"),
                        Perceptrons.output(6, "softmax")),
                Pieces.plan("shapes", "cross-entropy", 0.002, 32, 6));
    }

    /** Two residual blocks: one that keeps its size, one that halves it and projects its shortcut. */
    private static Template resNet() {
        Drawing drawing = new Drawing()
                .put(Perceptrons.input(1, 28, 28))
                .then(bare(same(conv("stem", 16, 3))).with("stride", Value.dims(2, 2)))
                .then(layer("stem-norm", "batch-norm"), activation("stem-relu", "relu"))
                .at(1, 4)
                .put(bare(same(conv("conv1a", 16, 3))), "stem-relu")
                .then(layer("norm1a", "batch-norm"), activation("relu1a", "relu"))
                .then(bare(same(conv("conv1b", 16, 3))), layer("norm1b", "batch-norm"))
                .at(0, 9)
                .put(layer("add1", "add"), "stem-relu", "norm1b")
                .then(activation("relu1", "relu"))
                .at(1, 11)
                .put(bare(same(conv("conv2a", 32, 3))).with("stride", Value.dims(2, 2)), "relu1")
                .then(layer("norm2a", "batch-norm"), activation("relu2a", "relu"))
                .then(bare(same(conv("conv2b", 32, 3))), layer("norm2b", "batch-norm"))
                .at(0, 12)
                .put(bare(same(conv("shortcut", 32, 1))).with("stride", Value.dims(2, 2)), "relu1")
                .then(layer("shortcut-norm", "batch-norm"))
                .at(0, 16)
                .put(layer("add2", "add"), "shortcut-norm", "norm2b")
                .then(activation("relu2", "relu"), averagePool("everywhere"), Perceptrons.output(10, "softmax"));
        return new Template(
                "digits-resnet",
                "A small residual network",
                CHAPTER,
                "Each block learns only what is to be added to its input, and the gradient finds a short way back through the sum. Where a"
                        + " block halves the picture, a 1 × 1 convolution brings the shortcut to the same shape.",
                "Accuracy on the test part about 0.99 after three epochs.",
                drawing.design(),
                Pieces.plan("digits", "cross-entropy", 0.003, 32, 3));
    }

    /** A convolution whose activation comes later and whose constant the normalisation makes needless. */
    private static Layer bare(Layer convolution) {
        return convolution.with("activation", "identity").with("bias", Value.of(false));
    }
}
