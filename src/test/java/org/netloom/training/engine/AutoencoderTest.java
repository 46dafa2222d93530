package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.clouds;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.Samples;
import org.netloom.datasets.Target;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;
import org.netloom.training.Evaluation;
import org.netloom.training.Series;

/** Networks that learn to give back what entered them. */
class AutoencoderTest {

    private static final Samples PICTURES = pictures(40);

    /** Bars in a 4 × 4 picture, one of eight; the classes mean nothing here. */
    private static Samples pictures(int count) {
        float[] features = new float[count * 16];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < 4; i++) {
                int bar = row % 8;
                int pixel = bar < 4 ? 4 * bar + i : 4 * i + bar - 4;
                features[row * 16 + pixel] = 1;
            }
        }
        return new Samples(Shape.of(1, 4, 4), count, features, new float[count * 3], 3);
    }

    private static final Network FLAT = network(
            input(1, 4, 4),
            Layer.of("flat", "flatten"),
            dense("code", 6, "tanh"),
            output(16, "sigmoid").with("target", "input"));

    private static final Network PICTURE = network(
            input(1, 4, 4),
            Layer.of("flat", "flatten"),
            dense("code", 6, "tanh"),
            dense("wide", 16, "identity"),
            Layer.of("picture", "reshape").with("shape", Value.dims(1, 4, 4)),
            Layer.of("out", "loss").with("activation", "sigmoid").with("target", "input"));

    @Test
    void learnsToGiveBackItsInputThroughANarrowCode() throws IOException {
        for (Network network : List.of(FLAT, PICTURE)) {
            TrainedModel model = Fixtures.trained(
                    job(network, plan(network, "learningRate", 0.02, "batchSize", 8, "epochs", 150), PICTURES));
            Evaluation evaluation = model.evaluate(PICTURES, new Target.Classes(List.of("a", "b", "c")));

            assertThat(evaluation).isInstanceOfSatisfying(Evaluation.OfReconstructions.class, figures -> {
                assertThat(figures.examples()).isEqualTo(40);
                assertThat(figures.mse()).isLessThan(0.01);
                assertThat(figures.first()).hasSize(10);
                assertThat(figures.first().get(0).original().subList(0, 4)).containsOnly(1f);
            });
            assertThat(model.proveDl4j(PICTURES)).isLessThan(1e-6);
        }
    }

    @Test
    void aLossOutputAndAnOutputOfTheSameNumbersHaveTheSameLoss() {
        Layer identity = Layer.of("wide", "dense")
                .with("units", 16)
                .with("activation", "identity")
                .with("initializer", "ones");
        Network plain = network(input(16), identity, Layer.of("out", "loss").with("target", "input"));
        Network own = network(
                input(16), output(16, "identity").with("initializer", "ones").with("target", "input"));
        Samples rows = clouds(Shape.of(16), 2, 10, 1);
        assertThat(validationLoss(plain, rows)).isCloseTo(validationLoss(own, rows), within(1e-5));
    }

    @Test
    void noiseBehindTheInputLeavesTheTargetClean() {
        Network noisy = network(
                input(1, 4, 4),
                Layer.of("flat", "flatten"),
                Layer.of("noise", "dropout").with("rate", Value.of(0.999999)),
                output(16, "identity").with("target", "input").with("initializer", "zero"));
        TrainedModel model = Fixtures.trained(
                job(noisy, plan(noisy, "optimizer", "sgd", "learningRate", 1.0, "epochs", 400), PICTURES));
        // Nothing gets through the noise, so the best that can be given back is the mean of the clean pictures.
        assertThat(model.biases("out")).containsExactly(mean(PICTURES), within(0.01f));
    }

    private static float[] mean(Samples samples) {
        float[] mean = new float[16];
        for (int i = 0; i < samples.features().length; i++) {
            mean[i % 16] += samples.features()[i] / samples.count();
        }
        return mean;
    }

    private static double validationLoss(Network network, Samples samples) {
        Fixtures.Recorder watch = new Fixtures.Recorder();
        new Trainer(job(
                        network,
                        plan(network, "optimizer", "sgd", "learningRate", 1e-30, "epochs", 1),
                        samples,
                        samples))
                .train(Optional.empty(), watch);
        assertThat(watch.values(Series.VALIDATION_ACCURACY)).isEmpty();
        return watch.values(Series.VALIDATION_LOSS).get(0);
    }
}
