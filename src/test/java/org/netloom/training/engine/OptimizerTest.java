package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;
import static org.netloom.training.engine.Fixtures.row;
import static org.netloom.training.engine.Fixtures.samples;
import static org.netloom.training.engine.Fixtures.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netloom.design.Layer;
import org.netloom.design.Value;
import org.netloom.layers.Network;
import org.netloom.training.TrainingJob;

/**
 * One weight w = 0.5, one example x = 2, y = 3, no bias, half squared error: the gradient is (w x − y) x. Every optimizer's steps are
 * computed beside it as its formula is written.
 */
class OptimizerTest {

    private static final double X = 2;
    private static final double Y = 3;
    private static final double START = 0.5;
    private static final int STEPS = 3;

    /** A step of an optimizer that remembers things: changes the weight, given the gradient and the step's number from 1. */
    interface Rule {
        double next(double weight, double gradient, int step);
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                Arguments.of("sgd", 0.1, (Rule) (w, g, t) -> w - 0.1 * g),
                Arguments.of("momentum", 0.1, new Rule() {
                    private double v;

                    @Override
                    public double next(double w, double g, int t) {
                        v = 0.9 * v - 0.1 * g;
                        return w + v;
                    }
                }),
                Arguments.of("nesterov", 0.1, new Rule() {
                    private double v;

                    @Override
                    public double next(double w, double g, int t) {
                        double before = v;
                        v = 0.9 * v - 0.1 * g;
                        return w - 0.9 * before + 1.9 * v;
                    }
                }),
                Arguments.of("adagrad", 0.1, new Rule() {
                    private double s;

                    @Override
                    public double next(double w, double g, int t) {
                        s += g * g;
                        return w - 0.1 * g / (Math.sqrt(s) + 1e-6);
                    }
                }),
                Arguments.of("rmsprop", 0.1, new Rule() {
                    private double s;

                    @Override
                    public double next(double w, double g, int t) {
                        s = 0.95 * s + 0.05 * g * g;
                        return w - 0.1 * g / Math.sqrt(s + 1e-8);
                    }
                }),
                Arguments.of("adam", 0.1, adam(0)),
                Arguments.of("adamw", 0.1, adam(0.01)),
                Arguments.of("adadelta", null, new Rule() {
                    private double s;
                    private double u;

                    @Override
                    public double next(double w, double g, int t) {
                        s = 0.95 * s + 0.05 * g * g;
                        double change = g * Math.sqrt(u + 1e-6) / Math.sqrt(s + 1e-6);
                        u = 0.95 * u + 0.05 * change * change;
                        return w - change;
                    }
                }),
                Arguments.of("adamax", 0.1, new Rule() {
                    private double m;
                    private double u;

                    @Override
                    public double next(double w, double g, int t) {
                        m = 0.9 * m + 0.1 * g;
                        u = Math.max(0.999 * u, Math.abs(g));
                        return w - 0.1 / (1 - Math.pow(0.9, t)) * m / u;
                    }
                }),
                Arguments.of("nadam", 0.1, new Rule() {
                    private double m;
                    private double v;

                    @Override
                    public double next(double w, double g, int t) {
                        m = 0.9 * m + 0.1 * g;
                        v = 0.999 * v + 0.001 * g * g;
                        double mean = 0.9 * m / (1 - Math.pow(0.9, t + 1)) + 0.1 * g / (1 - Math.pow(0.9, t));
                        return w - 0.1 * mean / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
                    }
                }),
                Arguments.of("amsgrad", 0.1, new Rule() {
                    private double m;
                    private double v;
                    private double most;

                    @Override
                    public double next(double w, double g, int t) {
                        m = 0.9 * m + 0.1 * g;
                        v = 0.999 * v + 0.001 * g * g;
                        most = Math.max(most, v);
                        double rate = 0.1 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
                        return w - rate * m / (Math.sqrt(most) + 1e-8);
                    }
                }));
    }

    private static Rule adam(double decay) {
        return new Rule() {
            private double m;
            private double v;

            @Override
            public double next(double w, double g, int t) {
                m = 0.9 * m + 0.1 * g;
                v = 0.999 * v + 0.001 * g * g;
                double mean = m / (1 - Math.pow(0.9, t));
                double square = v / (1 - Math.pow(0.999, t));
                return w - 0.1 * (mean / (Math.sqrt(square) + 1e-8) + decay * w);
            }
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    void stepsAsItsFormulaSays(String optimizer, Double rate, Rule rule) {
        List<Object> settings = new ArrayList<>(List.of("optimizer", optimizer));
        if (rate != null) {
            settings.addAll(List.of("learningRate", rate));
        }
        double expected = START;
        for (int step = 1; step <= STEPS; step++) {
            expected = rule.next(expected, gradient(expected), step);
            assertThat(weightAfter(step, neuron(), settings))
                    .as("after step %d", step)
                    .isCloseTo(expected, within(3e-6));
        }
    }

    @Test
    void weightPenaltiesAddTheirDerivative() {
        double w = START;
        for (int step = 0; step < STEPS; step++) {
            w -= 0.1 * (gradient(w) + 0.05 * Math.signum(w) + 0.02 * w);
        }
        Layer neuron = neuron().with("l1", Value.of(0.05)).with("l2", Value.of(0.02));
        assertThat(weightAfter(STEPS, neuron, List.of("optimizer", "sgd", "learningRate", 0.1)))
                .isCloseTo(w, within(1e-6));
    }

    @Test
    void clippingCutsTheGradient() {
        for (String clipping : List.of("value", "norm")) {
            assertThat(weightAfter(
                            1,
                            neuron(),
                            List.of(
                                    "optimizer",
                                    "sgd",
                                    "learningRate",
                                    0.1,
                                    "clipping",
                                    clipping,
                                    "clipThreshold",
                                    0.25)))
                    .isCloseTo(START + 0.1 * 0.25, within(1e-7));
        }
    }

    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of(List.of("schedule", "constant"), (java.util.function.IntToDoubleFunction) t -> 0.01),
                Arguments.of(
                        List.of("schedule", "step", "scheduleFactor", 0.5, "scheduleEvery", 2),
                        (java.util.function.IntToDoubleFunction) t -> 0.01 * Math.pow(0.5, t / 2)),
                Arguments.of(
                        List.of("schedule", "exponential", "scheduleFactor", 0.8),
                        (java.util.function.IntToDoubleFunction) t -> 0.01 * Math.pow(0.8, t)),
                Arguments.of(
                        List.of("schedule", "inverse", "scheduleFactor", 0.3, "schedulePower", 2),
                        (java.util.function.IntToDoubleFunction) t -> 0.01 / Math.pow(1 + 0.3 * t, 2)),
                Arguments.of(
                        List.of("schedule", "polynomial", "schedulePower", 2, "scheduleLength", 4),
                        (java.util.function.IntToDoubleFunction) t -> t >= 4 ? 0 : 0.01 * Math.pow(1 - t / 4.0, 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schedules")
    void learningRateFollowsItsSchedule(List<Object> schedule, java.util.function.IntToDoubleFunction rate) {
        for (String clock : List.of("iteration", "epoch")) {
            List<Object> settings = new ArrayList<>(schedule);
            settings.addAll(List.of("optimizer", "sgd", "learningRate", 0.01, "scheduleClock", clock));
            double w = START;
            for (int step = 0; step < 6; step++) {
                w -= rate.applyAsDouble(step) * gradient(w);
            }
            assertThat(weightAfter(6, neuron(), settings)).as(clock).isCloseTo(w, within(1e-6));
        }
    }

    private static double gradient(double w) {
        return (w * X - Y) * X;
    }

    private static Layer neuron() {
        return output(1, "identity").with("bias", Value.of(false)).with("weights", table(row(START)));
    }

    private static double weightAfter(int steps, Layer neuron, List<Object> settings) {
        Network network = network(input(1), neuron);
        List<Object> all = new ArrayList<>(settings);
        all.addAll(List.of("loss", "half-squared-error", "epochs", steps));
        TrainingJob job = job(network, plan(network, all.toArray()), samples(1, 1, row(X, Y)));
        Trainer trainer = new Trainer(job);
        trainer.train(Optional.empty(), new Fixtures.Recorder());
        return trainer.model().orElseThrow().weights("out")[0];
    }
}
