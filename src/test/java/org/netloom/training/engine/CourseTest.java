package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.XOR;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;
import static org.netloom.training.engine.Fixtures.row;
import static org.netloom.training.engine.Fixtures.samples;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.Samples;
import org.netloom.layers.Network;
import org.netloom.training.Series;

/** The course's small networks learn what they can, and not what they cannot. */
class CourseTest {

    private static final Network PERCEPTRON = network(input(2), output(1, "sigmoid"));

    @Test
    void xorIsLearnedWithTwoHiddenNeurons() {
        Network network = network(input(2), dense("hidden", 2, "tanh"), output(1, "sigmoid"));
        assertThat(accuracy(
                        network,
                        XOR,
                        "optimizer",
                        "adam",
                        "learningRate",
                        0.05,
                        "epochs",
                        400,
                        "batchSize",
                        4,
                        "seed",
                        43))
                .isEqualTo(1);
    }

    @Test
    void xorIsLearnedWithSigmoidsAndPlainGradientDescent() {
        Network network = network(
                input(2),
                dense("hidden", 2, "sigmoid").with("initializer", "sigmoid-uniform"),
                output(1, "sigmoid").with("initializer", "sigmoid-uniform"));
        assertThat(accuracy(
                        network,
                        XOR,
                        "optimizer",
                        "sgd",
                        "learningRate",
                        2.0,
                        "epochs",
                        1500,
                        "batchSize",
                        4,
                        "seed",
                        43))
                .isEqualTo(1);
    }

    @Test
    void andAndOrAreLearnedByASinglePerceptronButXorIsNot() {
        Object[] settings = {"optimizer", "sgd", "learningRate", 1.0, "epochs", 300, "batchSize", 4};
        Samples and = samples(2, 1, row(0, 0, 0), row(0, 1, 0), row(1, 0, 0), row(1, 1, 1));
        Samples or = samples(2, 1, row(0, 0, 0), row(0, 1, 1), row(1, 0, 1), row(1, 1, 1));
        assertThat(accuracy(PERCEPTRON, and, settings)).isEqualTo(1);
        assertThat(accuracy(PERCEPTRON, or, settings)).isEqualTo(1);
        assertThat(accuracy(PERCEPTRON, XOR, settings)).isLessThanOrEqualTo(0.75);
    }

    @Test
    void aLinearPerceptronRecoversThePlane() {
        Draws draws = Draws.of(1, 1, 1);
        double[][] rows = new double[200][];
        for (int i = 0; i < rows.length; i++) {
            double x1 = 2 * draws.unit() - 1;
            double x2 = 2 * draws.unit() - 1;
            rows[i] = row(x1, x2, 2 * x1 - 3 * x2 + 0.5);
        }
        Network network = network(input(2), output(1, "identity"));
        TrainedModel model = Fixtures.trained(job(
                network,
                plan(
                        network,
                        "loss",
                        "half-squared-error",
                        "optimizer",
                        "sgd",
                        "learningRate",
                        0.1,
                        "epochs",
                        100,
                        "batchSize",
                        10),
                samples(2, 1, rows)));
        assertThat(model.weights("out")).containsExactly(new float[] {2, -3}, within(1e-4f));
        assertThat(model.biases("out")).containsExactly(new float[] {0.5f}, within(1e-4f));
    }

    private static double accuracy(Network network, Samples samples, Object... settings) {
        Fixtures.Recorder watch = new Fixtures.Recorder();
        new Trainer(job(network, plan(network, settings), samples, samples)).train(Optional.empty(), watch);
        var accuracies = watch.values(Series.VALIDATION_ACCURACY);
        return accuracies.get(accuracies.size() - 1);
    }
}
