package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.io.IOException;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.datasets.Samples;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;

/** Our own layers for sequences: steps that do not count are left out, and downloads hold them. */
class SequenceShapesTest {

    private static final Layer NORM = Layer.of("norm", "batch-norm");
    private static final Layer TWICE = Layer.of("twice", "upsampling1d");
    private static final Layer PADDED =
            Layer.of("padded", "zero-padding1d").with("before", 1).with("after", 2);
    private static final Layer POOL = Layer.of("pool", "global-pool");

    @Test
    void onlyStepsThatCountAreNormalisedAndPooled() {
        Network network = network(input(2, 4), NORM, TWICE, PADDED, POOL, output(2, "softmax"));
        ComputationGraph graph = new ComputationGraph(
                Lowering.lower(network, plan(network), Purpose.TRAINING).configuration());
        graph.init();
        graph.getParam("norm_gamma").assign(1);
        INDArray x = Nd4j.createFromArray(new float[][][] {
            {{1, 2, 3, 4}, {4, 3, 2, 9}},
            {{5, 6, 90, 90}, {1, 0, 90, 90}}
        });
        graph.setLayerMaskArrays(
                new INDArray[] {Nd4j.createFromArray(new float[][] {{1, 1, 1, 1}, {1, 1, 0, 0}})}, null);

        Map<String, INDArray> given = graph.feedForward(x, true);

        INDArray y = given.get("norm");
        for (int feature = 0; feature < 2; feature++) {
            double sum = 0;
            double squares = 0;
            for (int[] at : new int[][] {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {1, 0}, {1, 1}}) {
                double number = y.getDouble(at[0], feature, at[1]);
                sum += number;
                squares += number * number;
            }
            assertThat(sum).isCloseTo(0, within(1e-4));
            assertThat(squares / 6).isCloseTo(1, within(1e-3));
            assertThat(y.getDouble(1, feature, 2)).isZero();
        }
        // One zero before two steps twice: five steps count in the second example, of which one is padding.
        double mean = 2 * (y.getDouble(1, 0, 0) + y.getDouble(1, 0, 1)) / 5;
        assertThat(given.get("pool").getDouble(1, 0)).isCloseTo(mean, within(1e-5));
    }

    @Test
    void aDownloadPredictsWhatTheTrainedNetworkDoes() throws IOException {
        Layer crop = Layer.of("crop", "cropping1d");
        Network network = network(
                input(3, 6),
                NORM,
                TWICE,
                PADDED,
                crop,
                Layer.of("conv", "conv1d").with("filters", 4),
                POOL,
                output(2, "softmax"));
        Samples samples = Fixtures.clouds(Shape.of(3, 6), 2, 20, 4);

        TrainedModel trained = Fixtures.trained(job(network, plan(network, "epochs", 3, "batchSize", 5), samples));

        assertThat(trained.proveDl4j(samples)).isLessThan(1e-5);
    }

    @Test
    void aDownloadOfPicturesHoldsPlainLayersThatPredictTheSame() throws IOException {
        Network network = network(
                input(1, 8, 8),
                Layer.of("conv", "conv2d").with("filters", 4).with("padding", "same"),
                NORM,
                Layer.of("max", "max-pool2d"),
                Layer.of("apart", "separable-conv2d").with("filters", 3).with("dilation", Value.dims(1)),
                POOL,
                output(2, "softmax"));
        Samples samples = Fixtures.clouds(Shape.of(1, 8, 8), 2, 20, 4);

        TrainedModel trained = Fixtures.trained(job(network, plan(network, "epochs", 3, "batchSize", 5), samples));

        assertThat(trained.proveDl4j(samples)).isLessThan(1e-5);
    }
}
