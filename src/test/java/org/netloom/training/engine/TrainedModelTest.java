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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.evaluation.classification.Evaluation.Metric;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.dataset.DataSet;
import org.netloom.datasets.Samples;
import org.netloom.datasets.Target;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;
import org.netloom.training.Evaluation;
import org.netloom.training.Loss;

class TrainedModelTest {

    private static final Network NETWORK = network(
            input(4),
            dense("hidden layer", 6, "relu"),
            Layer.of("drop", "dropout"),
            output(3, "softmax").with("l2", Value.of(0.001)));
    private static final Samples TRAIN = clouds(Shape.of(4), 3, 60, 1);
    private static final Samples TEST = clouds(Shape.of(4), 3, 700, 2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sgd",
                "momentum",
                "nesterov",
                "adagrad",
                "rmsprop",
                "adam",
                "adamw",
                "adadelta",
                "adamax",
                "nadam",
                "amsgrad"
            })
    void plainDl4jOpensTheFileAndPredictsTheSame(String optimizer) throws IOException {
        TrainedModel model = Fixtures.trained(
                job(NETWORK, plan(NETWORK, "optimizer", optimizer, "schedule", "polynomial", "epochs", 2), TRAIN));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        model.saveDl4j(zip);

        assertThat(configuration(zip.toByteArray())).doesNotContain("netloom").contains("hidden layer");
        ComputationGraph reopened =
                ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(zip.toByteArray()), true);
        float[] theirs = NativeArrays.floats(
                reopened.outputSingle(false, NativeArraysFixture.matrix(TEST.features(), TEST.count(), 4)));
        assertThat(theirs).containsExactly(model.predict(TEST.features(), TEST.count()), within(1e-7f));
        assertThat(reopened.getIterationCount()).isEqualTo(2);
        assertThat(model.proveDl4j(new ByteArrayInputStream(zip.toByteArray()), TEST))
                .isLessThan(1e-7);
        reopened.fit(new DataSet(
                NativeArraysFixture.matrix(TRAIN.features(), TRAIN.count(), 4),
                NativeArraysFixture.matrix(TRAIN.targets(), TRAIN.count(), 3)));
        assertThat(reopened.score()).isFinite();
    }

    @ParameterizedTest
    @EnumSource
    void everyLossHasAStandardName(Loss loss) throws IOException {
        Network network = network(input(4), output(3, "sigmoid"));
        TrainedModel model = Fixtures.trained(job(network, plan(network, "loss", loss.id(), "epochs", 1), TRAIN));
        assertThat(model.proveDl4j(TEST)).isLessThan(1e-7);
    }

    @Test
    void proofTellsWhenPredictionsDiffer() throws IOException {
        TrainedModel model = Fixtures.trained(job(NETWORK, plan(NETWORK, "epochs", 1), TRAIN));
        TrainedModel other = Fixtures.trained(job(NETWORK, plan(NETWORK, "epochs", 1, "seed", 1), TRAIN));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        other.saveDl4j(zip);
        assertThat(model.proveDl4j(new ByteArrayInputStream(zip.toByteArray()), TEST))
                .isGreaterThan(0.001);
    }

    @Test
    void classFiguresEqualDl4js() {
        TrainedModel model = Fixtures.trained(job(NETWORK, plan(NETWORK, "epochs", 4), TRAIN));
        Evaluation.OfClasses ours =
                (Evaluation.OfClasses) model.evaluate(TEST, new Target.Classes(List.of("a", "b", "c")));
        org.nd4j.evaluation.classification.Evaluation theirs = new org.nd4j.evaluation.classification.Evaluation(3);
        theirs.eval(
                NativeArraysFixture.matrix(TEST.targets(), TEST.count(), 3),
                NativeArraysFixture.matrix(model.predict(TEST.features(), TEST.count()), TEST.count(), 3));

        assertThat(ours.accuracy()).isCloseTo(theirs.scoreForMetric(Metric.ACCURACY), within(1e-9));
        assertThat(ours.precision()).isCloseTo(theirs.precision(), within(1e-9));
        assertThat(ours.recall()).isCloseTo(theirs.recall(), within(1e-9));
        for (int c = 0; c < 3; c++) {
            assertThat(ours.classes().get(c).precision()).isCloseTo(theirs.precision(c), within(1e-9));
            assertThat(ours.classes().get(c).recall()).isCloseTo(theirs.recall(c), within(1e-9));
            assertThat(ours.classes().get(c).f1()).isCloseTo(theirs.f1(c), within(1e-9));
            for (int predicted = 0; predicted < 3; predicted++) {
                assertThat(ours.confusion().get(c).get(predicted))
                        .isEqualTo(theirs.getConfusionMatrix().getCount(c, predicted));
            }
        }
    }

    @Test
    void numberFiguresEqualDl4js() {
        Network network = network(input(4), output(3, "identity"));
        TrainedModel model = Fixtures.trained(job(network, plan(network, "epochs", 4), TRAIN));
        Evaluation.OfNumbers ours =
                (Evaluation.OfNumbers) model.evaluate(TEST, new Target.Numbers(List.of("a", "b", "c")));
        RegressionEvaluation theirs = new RegressionEvaluation(3);
        theirs.eval(
                NativeArraysFixture.matrix(TEST.targets(), TEST.count(), 3),
                NativeArraysFixture.matrix(model.predict(TEST.features(), TEST.count()), TEST.count(), 3));
        for (int c = 0; c < 3; c++) {
            assertThat(ours.outputs().get(c).mae()).isCloseTo(theirs.meanAbsoluteError(c), within(1e-5));
            assertThat(ours.outputs().get(c).rmse()).isCloseTo(theirs.rootMeanSquaredError(c), within(1e-5));
            assertThat(ours.outputs().get(c).r2()).isCloseTo(theirs.rSquared(c), within(1e-4));
        }
    }

    private static String configuration(byte[] zip) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals("configuration.json")) {
                    return new String(entries.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("No configuration in the file");
    }
}
