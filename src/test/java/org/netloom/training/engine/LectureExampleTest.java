package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;
import static org.netloom.training.engine.Fixtures.row;
import static org.netloom.training.engine.Fixtures.samples;
import static org.netloom.training.engine.Fixtures.table;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netloom.datasets.Samples;
import org.netloom.design.Value;
import org.netloom.layers.Network;
import org.netloom.training.Series;

/** The worked 2-2-2 example of the lecture, by hand: one step of gradient descent on half the squared error. */
class LectureExampleTest {

    private static final double EXACT = 1e-6;

    private final Network network = network(
            input(2),
            dense("hidden", 2, "sigmoid")
                    .with("weights", table(row(0.1, 0.2), row(0.3, 0.4)))
                    .with("biases", table(row(0.25, 0.25)))
                    .with("trainBias", Value.of(false)),
            output(2, "sigmoid")
                    .with("weights", table(row(0.5, 0.7), row(0.6, 0.8)))
                    .with("biases", table(row(0.35, 0.35)))
                    .with("trainBias", Value.of(false)));
    private final Samples samples = samples(2, 2, row(0.1, 0.5, 0.05, 0.95));

    @Test
    void oneStepGivesTheLecturesWeights() {
        Fixtures.Recorder recorder = new Fixtures.Recorder();
        Trainer trainer = new Trainer(job(
                network,
                plan(
                        network,
                        "loss",
                        "half-squared-error",
                        "optimizer",
                        "sgd",
                        "learningRate",
                        0.6,
                        "budget",
                        "iterations",
                        "iterations",
                        1),
                samples));
        trainer.train(Optional.empty(), recorder);

        assertThat(recorder.values(Series.TRAIN_LOSS))
                .singleElement()
                .satisfies(loss -> assertThat(loss).isCloseTo(0.249090, within(EXACT)));
        Engine engine = new Engine(job(network, plan(network), samples));
        assertThat(NativeArrays.floats(engine.graph().outputSingle(false, NativeArraysFixture.row(0.1, 0.5))))
                .containsExactly(new float[] {0.734929f, 0.779554f}, within((float) EXACT));
        TrainedModel model = trainer.model().orElseThrow();
        assertThat(model.weights("hidden"))
                .containsExactly(new float[] {0.0993352f, 0.1991959f, 0.2966758f, 0.3959793f}, within((float) EXACT));
        assertThat(model.weights("out"))
                .containsExactly(new float[] {0.4518781f, 0.7105639f, 0.5507336f, 0.8108152f}, within((float) EXACT));
        assertThat(model.biases("hidden")).containsExactly(0.25f, 0.25f);
        assertThat(model.biases("out")).containsExactly(0.35f, 0.35f);
    }
}
