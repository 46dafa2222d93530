package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.clouds;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.Samples;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.Network;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.Series;

/** Autoencoders whose code is drawn from a normal distribution. */
class VaeTest {

    private static final Samples ROWS = clouds(Shape.of(6), 3, 24, 1);

    private static Network vae(double klWeight) {
        return Catalog.standard()
                .lower(Design.of(
                        List.of(
                                input(6),
                                dense("encoder", 5, "tanh"),
                                dense("mean", 2, "identity"),
                                dense("log-variance", 2, "identity"),
                                Layer.of("code", "vae-sampling").with("klWeight", Value.of(klWeight)),
                                dense("decoder", 5, "tanh"),
                                output(6, "identity").with("target", "input")),
                        List.of(
                                Wire.between("in", "encoder"),
                                Wire.between("encoder", "mean"),
                                Wire.between("encoder", "log-variance"),
                                Wire.between("mean", "code"),
                                Wire.between("log-variance", "code"),
                                Wire.between("code", "decoder"),
                                Wire.between("decoder", "out"))))
                .get();
    }

    @Test
    void gradientsWithTheDivergenceAgreeWithFiniteDifferences() {
        for (double weight : new double[] {0, 0.3, 1}) {
            GradientCheck.check(vae(weight), plan(vae(weight)), ROWS);
        }
    }

    @Test
    void theDivergenceIsPartOfTheLossAndASeriesOfItsOwn() {
        Fixtures.Recorder with = watched(vae(1));
        Fixtures.Recorder without = watched(vae(0));

        List<Double> divergence = with.values(Series.KL_LOSS);
        assertThat(divergence).hasSize(1).allMatch(value -> value > 0);
        assertThat(without.values(Series.KL_LOSS)).containsExactly(0.0);
        assertThat(with.values(Series.TRAIN_LOSS).get(0))
                .isCloseTo(without.values(Series.TRAIN_LOSS).get(0) + divergence.get(0), within(1e-6));
        assertThat(with.values(Series.VALIDATION_LOSS).get(0))
                .isGreaterThan(without.values(Series.VALIDATION_LOSS).get(0));
    }

    private static Fixtures.Recorder watched(Network network) {
        Fixtures.Recorder watch = new Fixtures.Recorder();
        new Trainer(job(network, plan(network, "optimizer", "sgd", "learningRate", 1e-30, "epochs", 1), ROWS, ROWS))
                .train(Optional.empty(), watch);
        return watch;
    }

    @Test
    void drawsWhileTrainingAndPredictsWithTheMean() {
        Network network = vae(1);
        TrainedModel model =
                Fixtures.trained(job(network, plan(network, "learningRate", 0.01, "epochs", 20, "batchSize", 6), ROWS));
        assertThat(model.predict(ROWS.features(), 24)).containsExactly(model.predict(ROWS.features(), 24));
        assertThat(model.parameters())
                .containsExactly(Fixtures.trained(
                                job(network, plan(network, "learningRate", 0.01, "epochs", 20, "batchSize", 6), ROWS))
                        .parameters());
    }

    @Test
    void aStrongDivergenceMakesTheCodeStandardNormal() {
        Network network = vae(1000);
        Fixtures.Recorder watch = new Fixtures.Recorder();
        new Trainer(job(network, plan(network, "learningRate", 0.02, "epochs", 300), ROWS))
                .train(Optional.empty(), watch);
        List<Double> divergence = watch.values(Series.KL_LOSS);
        assertThat(divergence.get(divergence.size() - 1)).isLessThan(0.001 * divergence.get(0));
    }

    @Test
    void theFileKeepsTheSampling() throws IOException {
        Network network = vae(0.5);
        TrainedModel model = Fixtures.trained(job(network, plan(network, "epochs", 2), ROWS));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        model.saveDl4j(zip);
        ComputationGraphConfiguration reopened = ModelSerializer.restoreComputationGraph(
                        new ByteArrayInputStream(zip.toByteArray()), true)
                .getConfiguration();
        assertThat(reopened.getVertices().get("code"))
                .isEqualTo(new org.netloom.training.engine.dl4j.VaeSamplingVertex(0.5));
        assertThat(model.proveDl4j(ROWS)).isLessThan(1e-6);
    }

    @Test
    void goesOnBitForBitFromACheckpoint() throws IOException {
        Network network = vae(1);
        Fixtures.Recorder watch = new Fixtures.Recorder() {
            @Override
            public boolean wantsCheckpoint() {
                return true;
            }
        };
        Trainer whole = new Trainer(job(network, plan(network, "epochs", 3, "batchSize", 7), ROWS));
        whole.train(Optional.empty(), watch);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        watch.checkpoints.get(5L).writeTo(bytes);
        Trainer resumed = new Trainer(job(network, plan(network, "epochs", 3, "batchSize", 7), ROWS));
        resumed.train(Optional.of(new ByteArrayInputStream(bytes.toByteArray())), new Fixtures.Recorder());
        assertThat(resumed.model().orElseThrow().parameters())
                .containsExactly(whole.model().orElseThrow().parameters());
    }
}
