package org.netloom.training.engine;

import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;

/** Convolutions, poolings and normalizations behind each other: the engine's gradients are those of the formulas. */
class ConvolutionGradientTest {

    private static final int ROWS = 3;

    private record Series(String name, Shape input, List<Layer> layers) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Layer conv(String id, String type, long filters) {
        Layer layer = Layer.of(id, type).with("kernel", Value.dims(2, 3)).with("activation", "tanh");
        return type.startsWith("depthwise") ? layer.with("multiplier", filters) : layer.with("filters", filters);
    }

    private static Layer conv1d(String id, long filters) {
        return Layer.of(id, "conv1d").with("filters", filters).with("kernel", 3).with("activation", "tanh");
    }

    static Stream<Series> series() {
        Shape image = Shape.of(2, 7, 8);
        Shape sequence = Shape.of(3, 9);
        Layer norm = Layer.of("n1", "batch-norm");
        return Stream.of(
                new Series(
                        "conv, norm, conv, pool",
                        image,
                        List.of(
                                conv("a", "conv2d", 3),
                                norm,
                                conv("b", "conv2d", 2)
                                        .with("stride", Value.dims(2, 1))
                                        .with("padding", "same"),
                                Layer.of("p", "max-pool2d").with("stride", Value.dims(1)))),
                new Series(
                        "dilated, separable, average pool with padding, norm, global pool",
                        image,
                        List.of(
                                conv("a", "conv2d", 3)
                                        .with("dilation", Value.dims(2))
                                        .with("padding", "same"),
                                conv("b", "separable-conv2d", 4).with("multiplier", 2),
                                Layer.of("p", "average-pool2d").with("padding", "same"),
                                norm,
                                Layer.of("g", "global-pool"))),
                new Series(
                        "depthwise, transposed, cropping, local response",
                        image,
                        List.of(
                                conv("a", "depthwise-conv2d", 2).with("stride", Value.dims(2)),
                                conv("b", "conv-transpose2d", 3),
                                Layer.of("c", "cropping2d"),
                                Layer.of("l", "local-response-norm").with("alpha", Value.of(0.3)))),
                new Series(
                        "transposed without padding, upsampling, zero padding, space to depth",
                        image,
                        List.of(
                                conv("b", "conv-transpose2d", 2)
                                        .with("padding", "valid")
                                        .with("stride", Value.dims(1, 2)),
                                Layer.of("u", "upsampling2d").with("size", Value.dims(1, 2)),
                                Layer.of("z", "zero-padding2d").with("top", 0).with("left", 2),
                                Layer.of("s", "space-to-depth").with("block", 1),
                                Layer.of("g", "global-pool").with("kind", "max"))),
                new Series(
                        "space to depth, norm, unbiased separable, sum",
                        Shape.of(1, 4, 6),
                        List.of(
                                Layer.of("s", "space-to-depth"),
                                norm,
                                conv("b", "separable-conv2d", 2)
                                        .with("kernel", Value.dims(2))
                                        .with("bias", Value.of(false)),
                                Layer.of("g", "global-pool").with("kind", "sum"))),
                new Series(
                        "along a sequence",
                        sequence,
                        List.of(
                                conv1d("a", 4).with("padding", "causal").with("dilation", 2),
                                Layer.of("n1", "batch-norm"),
                                Layer.of("p", "max-pool1d")
                                        .with("padding", "same")
                                        .with("stride", 1),
                                conv1d("b", 3).with("padding", "same").with("stride", 2),
                                Layer.of("q", "average-pool1d"),
                                Layer.of("g", "global-pool"))),
                new Series(
                        "sequences widened and cut",
                        sequence,
                        List.of(
                                Layer.of("u", "upsampling1d"),
                                conv1d("a", 2),
                                Layer.of("z", "zero-padding1d").with("before", 2),
                                conv1d("b", 3).with("dilation", 2),
                                Layer.of("c", "cropping1d").with("after", 2))));
    }

    @ParameterizedTest
    @MethodSource("series")
    void gradientsInSeriesAgreeWithFiniteDifferences(Series series) {
        Layer[] layers = new Layer[series.layers().size() + 3];
        layers[0] =
                input(series.input().dims().stream().mapToLong(Long::longValue).toArray());
        for (int i = 0; i < series.layers().size(); i++) {
            layers[i + 1] = series.layers().get(i);
        }
        layers[layers.length - 2] = Layer.of("flat", "flatten");
        layers[layers.length - 1] = output(2, "softmax");
        Network network = network(layers);
        Draws draws = Draws.of(5, 1, 1);
        double[] inputs = new double[ROWS * (int) series.input().size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = draws.normal();
        }
        double[] targets = {1, 0, 0, 1, 1, 0};
        GradientCheck.check(network, plan(network), Batches.withBatch(ROWS, series.input()), inputs, targets);
    }
}
