package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.design.Layer;
import org.netloom.design.Value;
import org.netloom.layers.Network;

/** Convolutions, max-poolings and dense layers in training give what DL4J's own give, forwards and backwards. */
@Tag("thorough")
class FastConvolutionTest {

    @ParameterizedTest
    @CsvSource({
        "1, 4, 3, 3, 1, 1, 1, valid, true, relu",
        "1, 20, 5, 5, 1, 1, 1, same, true, tanh",
        "3, 7, 2, 3, 2, 1, 1, same, true, relu",
        "2, 5, 3, 2, 2, 3, 1, valid, false, identity",
        "5, 1, 1, 1, 2, 2, 1, same, true, swish",
        "4, 6, 1, 1, 1, 1, 1, valid, true, relu",
        "3, 4, 4, 4, 1, 1, 1, same, false, relu",
        "2, 4, 3, 3, 1, 1, 2, same, true, relu",
        "3, 2, 2, 3, 2, 1, 2, valid, true, leakyrelu",
        "6, 300, 3, 3, 1, 1, 1, same, true, relu",
        "300, 3, 3, 3, 1, 1, 1, same, true, relu"
    })
    void gradientsAreThoseOfDl4j(
            long channels,
            long filters,
            long kh,
            long kw,
            long sh,
            long sw,
            long dilation,
            String padding,
            boolean bias,
            String activation) {
        Network network = network(
                input(channels, 9, 10),
                conv("before", 2, "same", true).with("kernel", Value.dims(1, 1)),
                conv("a", filters, padding, bias)
                        .with("kernel", Value.dims(kh, kw))
                        .with("stride", Value.dims(sh, sw))
                        .with("dilation", Value.dims(dilation))
                        .with("activation", activation),
                Layer.of("pool", "max-pool2d").with("stride", Value.dims(1, 2)),
                conv("b", 3, "same", bias),
                Layer.of("flat", "flatten"),
                Fixtures.dense("dense", 6, "relu"),
                output(2, "softmax"));
        ComputationGraph fast = graph(network, Purpose.TRAINING);
        ComputationGraph plain = graph(network, Purpose.DOWNLOAD);
        plain.setParams(fast.params());
        for (int rows : new int[] {4, 7, 1, 17}) {
            INDArray x = drawn(rows, channels, 9, 10);
            assertThat(NativeArrays.floats(fast.outputSingle(x)))
                    .containsExactly(NativeArrays.floats(plain.outputSingle(x)), within(1e-5f));
            assertThat(furthest(gradient(fast, x), gradient(plain, x)))
                    .as("%d rows", rows)
                    .isLessThan(2e-4);
        }
    }

    /** So large that each is worked off in several portions. */
    @Test
    void largePicturesAreCutIntoPortions() {
        Network network = network(
                input(12, 70, 90),
                conv("first", 12, "same", true),
                conv("a", 5, "same", true).with("kernel", Value.dims(5)).with("activation", "relu"),
                Layer.of("pool", "max-pool2d").with("pool", Value.dims(3)).with("stride", Value.dims(4, 5)),
                Layer.of("flat", "flatten"),
                output(2, "softmax"));
        ComputationGraph fast = graph(network, Purpose.TRAINING);
        ComputationGraph plain = graph(network, Purpose.DOWNLOAD);
        plain.setParams(fast.params());
        INDArray x = drawn(3, 12, 70, 90);
        assertThat(furthest(gradient(fast, x), gradient(plain, x))).isLessThan(1e-3);
    }

    @Test
    void theSameStepGivesTheSameBits() {
        Network network = network(
                input(1, 28, 28),
                conv("a", 20, "valid", true).with("kernel", Value.dims(5)).with("activation", "relu"),
                Layer.of("p", "max-pool2d"),
                conv("b", 50, "valid", true).with("kernel", Value.dims(5)).with("activation", "relu"),
                Layer.of("q", "max-pool2d"),
                Layer.of("flat", "flatten"),
                Fixtures.dense("hidden", 500, "relu"),
                output(2, "softmax"));
        INDArray x = drawn(61, 1, 28, 28);
        float[] once = gradient(graph(network, Purpose.TRAINING), x);
        ComputationGraph again = graph(network, Purpose.TRAINING);
        for (int i = 0; i < 5; i++) {
            assertThat(gradient(again, x)).containsExactly(once);
        }
    }

    private static double furthest(float[] one, float[] other) {
        assertThat(one).hasSameSizeAs(other);
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = Math.abs(one[i] - other[i]) / Math.max(1, Math.abs(other[i]));
            most = Math.max(most, difference);
        }
        return most;
    }

    private static INDArray drawn(long... shape) {
        Draws draws = Draws.of(2, 2, shape[0]);
        INDArray x = NativeArrays.lasting(shape);
        float[] numbers = new float[(int) x.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) draws.normal();
        }
        NativeArrays.write(numbers, x);
        return x;
    }

    private static Layer conv(String id, long filters, String padding, boolean bias) {
        return Layer.of(id, "conv2d")
                .with("filters", filters)
                .with("padding", padding)
                .with("activation", "tanh")
                .with("bias", Value.of(bias));
    }

    private static ComputationGraph graph(Network network, Purpose purpose) {
        Lowered lowered = Lowering.lower(network, plan(network), purpose);
        ComputationGraph graph = new ComputationGraph(lowered.configuration());
        graph.init();
        InitialWeights.set(graph, lowered, 5);
        return graph;
    }

    private static float[] gradient(ComputationGraph graph, INDArray x) {
        INDArray wanted = Nd4j.zeros(x.size(0), 2);
        for (int row = 0; row < x.size(0); row++) {
            wanted.putScalar(row, row % 2, 1);
        }
        graph.setInput(0, x);
        graph.setLabel(0, wanted);
        graph.initGradientsView();
        graph.computeGradientAndScore();
        return NativeArrays.floats(graph.getGradientsViewArray());
    }
}
