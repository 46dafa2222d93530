package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.io.IOException;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.datasets.Samples;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;
import org.netloom.layers.catalog.Catalog;

/** Recurrent layers in the engine: built as inferred, the right gradients, the same in DL4J's own classes. */
@Tag("thorough")
class RecurrentLayersTest {

    private static final Shape SEQUENCE = Shape.of(3, 5);

    static Stream<Arguments> variants() {
        return Stream.of("simple-rnn", "lstm", "gru")
                .flatMap(type -> Stream.of("last", "all")
                        .flatMap(returns -> Stream.of("forward", "backward")
                                .map(way -> Arguments.of(cell("subject", type, 4)
                                        .with("returns", returns)
                                        .with("direction", way)))));
    }

    static Stream<Arguments> bothWays() {
        return Stream.of("simple", "lstm", "gru")
                .flatMap(type -> Stream.of("last", "all")
                        .flatMap(returns -> Stream.of("concatenate", "add", "average", "multiply")
                                .map(merge -> Arguments.of(cell("subject", "bidirectional", 3)
                                        .with("cell", type)
                                        .with("returns", returns)
                                        .with("merge", merge)))));
    }

    private static Layer cell(String id, String type, long units) {
        return Layer.of(id, type).with("units", units);
    }

    private static Design around(Layer... layers) {
        Layer[] all = new Layer[layers.length + 3];
        all[0] = input(3, 5);
        System.arraycopy(layers, 0, all, 1, layers.length);
        all[layers.length + 1] = Layer.of("flat", "flatten");
        all[layers.length + 2] = output(2, "softmax");
        return Design.chain(all);
    }

    private static Network lowered(Design design) {
        return Catalog.standard().lower(design).get();
    }

    @ParameterizedTest
    @MethodSource({"variants", "bothWays"})
    void areBuiltAsInferredAndLearnTheRightWay(Layer layer) {
        Design design = around(layer);
        LayerContractTest.assertEngineAgrees(design);
        check(lowered(design));
    }

    @Test
    void areRightBehindEachOther() {
        check(lowered(around(
                cell("one", "lstm", 4).with("returns", "all"),
                cell("two", "gru", 3).with("returns", "all"),
                cell("three", "bidirectional", 2).with("returns", "all"),
                cell("four", "simple-rnn", 3).with("returns", "all"),
                Layer.of("last", "last-step"),
                Layer.of("again", "repeat-vector").with("steps", 3),
                cell("five", "lstm", 3))));
    }

    private static void check(Network network) {
        Samples samples = Fixtures.clouds(SEQUENCE, 2, 3, 4);
        double[] inputs = new double[samples.features().length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = samples.features()[i];
        }
        double[] targets = new double[samples.targets().length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = samples.targets()[i];
        }
        GradientCheck.check(network, plan(network), Batches.withBatch(3, SEQUENCE), inputs, targets);
    }

    @ParameterizedTest
    @MethodSource({"variants", "bothWays"})
    void giveTheSameInDl4jsOwnClasses(Layer layer) throws IOException {
        Network network = lowered(around(layer.with("dropout", Value.of(0.2))));
        Samples samples = Fixtures.clouds(SEQUENCE, 2, 40, 4);
        TrainedModel model = Fixtures.trained(job(network, plan(network, "epochs", 2, "optimizer", "adam"), samples));
        assertThat(model.proveDl4j(samples)).isLessThan(1e-5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "simple-rnn"})
    void takeTheStepsOfDl4jsOwnClasses(String type) {
        Network network = lowered(around(cell("subject", type, 4), Layer.of("more", "repeat-vector")));
        assertThat(gradient(network, Purpose.TRAINING).distance2(gradient(network, Purpose.DOWNLOAD)))
                .isCloseTo(0, within(1e-5));
    }

    private static INDArray gradient(Network network, Purpose purpose) {
        Lowered lowered = Lowering.lower(network, plan(network, "loss", "mse"), purpose);
        ComputationGraph graph = new ComputationGraph(lowered.configuration());
        graph.init();
        graph.initGradientsView();
        InitialWeights.set(graph, lowered, 3);
        Samples samples = Fixtures.clouds(SEQUENCE, 2, 6, 4);
        graph.setInput(0, Nd4j.create(samples.features(), Batches.withBatch(6, SEQUENCE), 'c'));
        graph.setLabel(0, Nd4j.create(samples.targets(), new long[] {6, 2}, 'c'));
        graph.computeGradientAndScore();
        INDArray gradient = graph.getGradientsViewArray();
        return gradient.div(gradient.norm2Number());
    }

    @Test
    void comeBackFromJsonAsTheyWere() {
        Network network = lowered(around(
                cell("one", "gru", 4).with("returns", "all").with("gateActivation", "hardsigmoid"),
                cell("two", "bidirectional", 3).with("cell", "gru")));
        for (Purpose purpose : Purpose.values()) {
            ComputationGraphConfiguration written = Lowering.lower(network, plan(network, "loss", "mse"), purpose)
                    .configuration();
            if (purpose == Purpose.DOWNLOAD) {
                assertThat(ComputationGraphConfiguration.fromJson(written.toJson()))
                        .isEqualTo(written);
            } else {
                assertThat(written.clone()).isEqualTo(written);
            }
        }
    }

    @Test
    void aForgetGateStartsOpenAndRecurrentWeightsAtRightAngles() {
        Network network = lowered(around(cell("subject", "lstm", 4).with("returns", "last")));
        Lowered lowered = Lowering.lower(network, plan(network), Purpose.TRAINING);
        ComputationGraph graph = new ComputationGraph(lowered.configuration());
        graph.init();
        InitialWeights.set(graph, lowered, 3);
        assertThat(graph.getParam("subject_b").toDoubleVector())
                .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        double[][] state = graph.getParam("subject_RW").toDoubleMatrix();
        for (int block = 0; block < 4; block++) {
            for (int one = 0; one < 4; one++) {
                for (int other = 0; other < 4; other++) {
                    double product = 0;
                    for (int row = 0; row < 4; row++) {
                        product += state[row][block * 4 + one] * state[row][block * 4 + other];
                    }
                    assertThat(product).isCloseTo(one == other ? 1 : 0, within(1e-6));
                }
            }
        }
    }
}
