package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netloom.datasets.Samples;
import org.netloom.design.Shape;
import org.netloom.layers.Network;
import org.netloom.training.Loss;
import org.netloom.training.Series;

/** The loss that a person sees is the mean over the batch's examples of the formula beside its name. */
class LossMathTest {

    private static final double[] TARGETS = {0.2, 0.5, 0.3, 1, 0, 0, 0.1, 0.1, 0.8, 0, 1, 0, 0, 0, 1};

    static Stream<Arguments> losses() {
        return Stream.of(
                formula(Loss.MEAN_SQUARED_ERROR, "tanh", (y, p) -> sum(i -> square(y[i] - p[i])) / 3),
                formula(Loss.HALF_SQUARED_ERROR, "sigmoid", (y, p) -> sum(i -> square(y[i] - p[i])) / 2),
                formula(Loss.CROSS_ENTROPY, "softmax", (y, p) -> -sum(i -> y[i] * Math.log(p[i]))),
                formula(Loss.CROSS_ENTROPY, "sigmoid", (y, p) -> -sum(i -> y[i] * Math.log(p[i]))),
                formula(
                        Loss.BINARY_CROSS_ENTROPY,
                        "sigmoid",
                        (y, p) -> -sum(i -> y[i] * Math.log(p[i]) + (1 - y[i]) * Math.log(1 - p[i]))),
                formula(
                        Loss.BINARY_CROSS_ENTROPY,
                        "softmax",
                        (y, p) -> -sum(i -> y[i] * Math.log(p[i]) + (1 - y[i]) * Math.log(1 - p[i]))),
                formula(Loss.MEAN_ABSOLUTE_ERROR, "identity", (y, p) -> sum(i -> Math.abs(y[i] - p[i])) / 3),
                formula(
                        Loss.SQUARED_LOG_ERROR,
                        "softplus",
                        (y, p) -> sum(i -> square(Math.log(1 + y[i]) - Math.log(1 + p[i]))) / 3),
                formula(Loss.HINGE, "identity", (y, p) -> sum(i -> Math.max(0, 1 - y[i] * p[i]))),
                formula(Loss.SQUARED_HINGE, "identity", (y, p) -> sum(i -> square(Math.max(0, 1 - y[i] * p[i])))),
                formula(
                        Loss.KL_DIVERGENCE,
                        "softmax",
                        (y, p) -> sum(i -> y[i] == 0 ? 0 : y[i] * Math.log(y[i] / p[i]))),
                formula(Loss.POISSON, "softplus", (y, p) -> sum(i -> p[i] - y[i] * Math.log(p[i])) / 3),
                formula(
                        Loss.COSINE_PROXIMITY,
                        "tanh",
                        (y, p) -> -sum(i -> y[i] * p[i]) / Math.sqrt(sum(i -> y[i] * y[i]) * sum(i -> p[i] * p[i]))));
    }

    private static Arguments formula(Loss loss, String activation, ToDoubleBiFunction<double[], double[]> formula) {
        return Arguments.of(loss, activation, formula);
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("losses")
    void theShownLossIsTheMeanOfTheFormula(
            Loss loss, String activation, ToDoubleBiFunction<double[], double[]> formula) {
        Network network = network(input(4), dense("hidden", 5, "tanh"), output(3, activation));
        float[] targets = new float[TARGETS.length];
        IntStream.range(0, targets.length).forEach(i -> targets[i] = (float) TARGETS[i]);
        Samples drawn = Fixtures.clouds(Shape.of(4), 3, 5, 1);
        Samples samples = new Samples(Shape.of(4), 5, drawn.features(), targets, 3);
        var job = job(
                network,
                plan(
                        network,
                        "loss",
                        loss.id(),
                        "batchSize",
                        5,
                        "shuffle",
                        false,
                        "budget",
                        "iterations",
                        "iterations",
                        1),
                samples,
                samples);
        Fixtures.Recorder watch = new Fixtures.Recorder();
        Trainer trainer = new Trainer(job);
        trainer.train(Optional.empty(), watch);

        float[] before = NativeArrays.floats(
                new Engine(job).graph().outputSingle(false, NativeArraysFixture.matrix(drawn.features(), 5, 4)));
        float[] after = trainer.model().orElseThrow().predict(drawn.features(), 5);
        assertThat(watch.values(Series.TRAIN_LOSS).get(0)).isCloseTo(mean(formula, targets, before), within(2e-6));
        assertThat(watch.values(Series.VALIDATION_LOSS).get(0)).isCloseTo(mean(formula, targets, after), within(2e-6));
    }

    private static double mean(ToDoubleBiFunction<double[], double[]> formula, float[] targets, float[] predicted) {
        double sum = 0;
        for (int row = 0; row < 5; row++) {
            double[] y = new double[3];
            double[] p = new double[3];
            for (int i = 0; i < 3; i++) {
                y[i] = targets[row * 3 + i];
                p[i] = predicted[row * 3 + i];
            }
            sum += formula.applyAsDouble(y, p);
        }
        return sum / 5;
    }

    private static double sum(java.util.function.IntToDoubleFunction term) {
        return IntStream.range(0, 3).mapToDouble(term).sum();
    }

    private static double square(double x) {
        return x * x;
    }
}
