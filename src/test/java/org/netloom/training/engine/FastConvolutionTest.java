package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.design.Value;
import org.netloom.layers.Network;

/** oneDNN's convolutions give what DL4J's own give, forwards and backwards. */
class FastConvolutionTest {

    @ParameterizedTest
    @CsvSource({
        "1, 4, 3, 3, 1, 1, valid, true, relu",
        "1, 20, 5, 5, 1, 1, same, true, tanh",
        "3, 7, 2, 3, 2, 1, same, true, relu",
        "2, 5, 3, 2, 2, 3, valid, false, identity",
        "5, 1, 1, 1, 2, 2, same, true, swish",
        "3, 4, 4, 4, 1, 1, same, false, relu"
    })
    void gradientsAreThoseOfDl4j(
            long channels,
            long filters,
            long kh,
            long kw,
            long sh,
            long sw,
            String padding,
            boolean bias,
            String activation) {
        Network network = network(
                input(channels, 9, 10),
                conv("a", filters, padding, bias)
                        .with("kernel", Value.dims(kh, kw))
                        .with("stride", Value.dims(sh, sw))
                        .with("activation", activation),
                org.netloom.design.Layer.of("pool", "max-pool2d").with("stride", Value.dims(1, 2)),
                conv("b", 3, "same", bias),
                org.netloom.design.Layer.of("flat", "flatten"),
                output(2, "softmax"));
        ComputationGraph fast = graph(network, Purpose.TRAINING);
        ComputationGraph plain = graph(network, Purpose.DOWNLOAD);
        plain.setParams(fast.params());
        for (int rows : new int[] {4, 7, 1, 4}) {
            Draws draws = Draws.of(2, 2, rows);
            INDArray x = NativeArrays.lasting(rows, channels, 9, 10);
            for (long i = 0; i < x.length(); i++) {
                x.putScalar(i, draws.normal());
            }
            INDArray wanted = Nd4j.zeros(rows, 2);
            for (int row = 0; row < rows; row++) {
                wanted.putScalar(row, row % 2, 1);
            }
            float[] one = gradient(fast, x, wanted);
            float[] other = gradient(plain, x, wanted);
            for (int i = 0; i < one.length; i++) {
                assertThat(one[i]).as("%d rows, parameter %d", rows, i).isCloseTo(other[i], within(2e-4f));
            }
        }
    }

    private static org.netloom.design.Layer conv(String id, long filters, String padding, boolean bias) {
        return org.netloom.design.Layer.of(id, "conv2d")
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

    private static float[] gradient(ComputationGraph graph, INDArray x, INDArray wanted) {
        graph.setInput(0, x);
        graph.setLabel(0, wanted);
        graph.initGradientsView();
        graph.computeGradientAndScore();
        return NativeArrays.floats(graph.getGradientsViewArray());
    }
}
