package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.clouds;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.plan;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.Samples;
import org.netloom.datasets.Target;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.Network;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.Evaluation;
import org.netloom.training.Roles;
import org.netloom.training.Series;
import org.netloom.training.TrainingJob;

/** Networks that several parts of an example enter, and that predict several things. */
class SeveralEndsTest {

    private static Layer input(String id, double x, long... shape) {
        return Layer.of(id, "input").with("shape", Value.dims(shape)).at(x, 0);
    }

    private static Layer output(String id, double x, long units, String activation) {
        return Layer.of(id, "output")
                .with("units", units)
                .with("activation", activation)
                .at(x, 400);
    }

    private static Value identity(int n) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
        }
        return Fixtures.table(rows);
    }

    private static Network network(List<Layer> layers, String... pairs) {
        List<Wire> wires = java.util.stream.IntStream.range(0, pairs.length / 2)
                .mapToObj(i -> Wire.between(pairs[2 * i], pairs[2 * i + 1]))
                .toList();
        return Catalog.standard().lower(Design.of(layers, wires)).get();
    }

    private static TrainedModel hardlyTrained(Network network, Samples samples) {
        return Fixtures.trained(
                job(network, plan(network, "optimizer", "sgd", "learningRate", 1e-30, "epochs", 1), samples));
    }

    @Test
    void inputsShareTheFeaturesFromLeftToRightWhateverTheOrderOfDrawing() {
        Network network = network(
                List.of(
                        input("right", 300, 1),
                        input("left", 0, 3),
                        Layer.of("both", "concatenate"),
                        output("out", 0, 4, "identity").with("weights", identity(4))),
                "right",
                "both",
                "left",
                "both",
                "both",
                "out");
        TrainedModel model = hardlyTrained(network, clouds(Shape.of(4), 4, 8, 1));
        assertThat(model.predict(new float[] {1, 2, 3, 4}, 1)).containsExactly(4, 1, 2, 3);
    }

    @Test
    void aWholeInputStandsBesideInputsThatShare() {
        Network network = network(
                List.of(
                        input("all", 0, 3),
                        input("first", 100, 1),
                        input("rest", 200, 2),
                        Layer.of("both", "concatenate"),
                        output("out", 0, 6, "identity").with("weights", identity(6))),
                "all",
                "both",
                "first",
                "both",
                "rest",
                "both",
                "both",
                "out");
        TrainedModel model = hardlyTrained(network, clouds(Shape.of(3), 6, 6, 1));
        assertThat(model.predict(new float[] {1, 2, 3, 4, 5, 6}, 2))
                .containsExactly(1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6);
    }

    @Test
    void outputsShareTheNumbersToPredictAndAreEvaluatedTogether() throws IOException {
        Network network = network(
                List.of(
                        input("in", 0, 2),
                        dense("hidden", 8, "tanh"),
                        output("second", 300, 2, "identity"),
                        output("first", 0, 1, "identity")),
                "in",
                "hidden",
                "hidden",
                "first",
                "hidden",
                "second");
        Samples samples = Fixtures.samples(
                2, 3, Fixtures.row(0, 0, 1, 0, 0), Fixtures.row(0, 1, 2, 1, 0), Fixtures.row(1, 0, 3, 0, 1));
        TrainingJob job = job(network, plan(network, "learningRate", 0.02, "epochs", 800), samples);
        TrainedModel model = Fixtures.trained(job);

        assertThat(model.predict(samples.features(), 3)).containsExactly(samples.targets(), within(0.05f));
        assertThat(model.evaluate(samples, new Target.Numbers(List.of("a", "b", "c"))))
                .isInstanceOfSatisfying(Evaluation.OfNumbers.class, numbers -> {
                    assertThat(numbers.outputs()).hasSize(3);
                    assertThat(numbers.rmse()).isLessThan(0.05);
                });
        assertThat(model.proveDl4j(samples)).isLessThan(1e-6);
    }

    @Test
    void theLossIsTheWeightedSumOfTheOutputsLosses() {
        Samples samples = clouds(Shape.of(4), 3, 30, 1);
        double alone = validationLoss(headed(1, false), samples);
        double both = validationLoss(headed(1, true), samples);
        double weighted = validationLoss(headed(0.25, true), samples);
        assertThat(both).isGreaterThan(alone);
        assertThat(weighted).isCloseTo(alone + 0.25 * (both - alone), within(1e-6));
    }

    private static Network headed(double weight, boolean auxiliary) {
        List<Layer> layers = new java.util.ArrayList<>(List.of(
                input("in", 0, 4),
                output("out", 0, 3, "softmax"),
                output("aux", 500, 3, "sigmoid").with("lossWeight", Value.of(weight))));
        if (!auxiliary) {
            layers.remove(2);
            return network(layers, "in", "out");
        }
        return network(layers, "in", "out", "in", "aux");
    }

    private static double validationLoss(Network network, Samples samples) {
        Fixtures.Recorder watch = new Fixtures.Recorder();
        new Trainer(job(
                        network,
                        plan(network, "optimizer", "sgd", "learningRate", 1e-30, "epochs", 1),
                        samples,
                        samples))
                .train(java.util.Optional.empty(), watch);
        assertThat(watch.values(Series.VALIDATION_ACCURACY)).hasSize(1);
        return watch.values(Series.VALIDATION_LOSS).get(0);
    }

    @Test
    void aSingleUnitBesideOneForEachClassLearnsTheSecondOfTwoClasses() {
        Network network = network(
                List.of(
                        input("in", 0, 2),
                        dense("hidden", 8, "tanh"),
                        output("yes", 0, 1, "sigmoid"),
                        output("each", 300, 2, "softmax")),
                "in",
                "hidden",
                "hidden",
                "yes",
                "hidden",
                "each");
        Samples samples = clouds(Shape.of(2), 2, 40, 1);
        Roles roles = Roles.of(Roles.ends(network), Shape.of(2), 2, true);
        TrainedModel model = Fixtures.trained(new TrainingJob(
                network,
                plan(network, "learningRate", 0.02, "epochs", 60),
                samples,
                java.util.Optional.empty(),
                roles));

        Evaluation.OfClasses figures =
                (Evaluation.OfClasses) model.evaluate(samples, new Target.Classes(List.of("no", "yes")));
        assertThat(model.predictedSize()).isEqualTo(1);
        assertThat(figures.examples()).isEqualTo(40);
        assertThat(figures.accuracy()).isGreaterThan(0.7);
    }

    @Test
    void gradientsOfSeveralWeightedOutputsAgreeWithFiniteDifferences() {
        Network network = network(
                List.of(
                        input("a", 0, 3),
                        input("b", 100, 2),
                        dense("left", 4, "tanh"),
                        dense("right", 4, "tanh"),
                        Layer.of("both", "add"),
                        output("out", 0, 3, "softmax"),
                        Layer.of("again", "dense").with("units", 5).with("activation", "identity"),
                        Layer.of("loss", "loss")
                                .with("activation", "sigmoid")
                                .with("target", "input")
                                .with("lossWeight", Value.of(0.3))
                                .at(200, 400)),
                "a",
                "left",
                "b",
                "right",
                "left",
                "both",
                "right",
                "both",
                "both",
                "out",
                "both",
                "again",
                "again",
                "loss");
        GradientCheck.check(network, plan(network), clouds(Shape.of(5), 3, 4, 1));
    }
}
