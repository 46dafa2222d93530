package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netloom.training.engine.Fixtures.clouds;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netloom.datasets.Samples;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;
import org.netloom.training.Series;
import org.netloom.training.TrainingEnd;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingWatch;

/** A training that goes on from a checkpoint takes the very same steps as one that was never disturbed. */
class ResumeTest {

    private static final Network NETWORK = network(
            input(5),
            dense("hidden", 8, "tanh"),
            Layer.of("drop", "dropout").with("rate", Value.of(0.4)),
            output(3, "softmax"));
    private static final Samples TRAIN = clouds(Shape.of(5), 3, 23, 1);
    private static final Samples HELD_OUT = clouds(Shape.of(5), 3, 11, 2);

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of("adam with step schedule", new Object[] {
                    "optimizer", "adam", "learningRate", 0.02, "schedule", "step", "scheduleEvery", 2, "epochs", 4
                }),
                Arguments.of("momentum falling by iteration", new Object[] {
                    "optimizer", "momentum", "schedule", "polynomial", "scheduleClock", "iteration", "epochs", 3
                }),
                Arguments.of("early stopping that strikes", new Object[] {
                    "optimizer", "adam", "learningRate", 0.3, "epochs", 30, "earlyStopping", true, "patience", 2
                }),
                Arguments.of("iterations, the last epoch cut short", new Object[] {
                    "optimizer", "adamw", "budget", "iterations", "iterations", 17, "validateEvery", 2
                }),
                Arguments.of(
                        "weight penalties and clipping",
                        new Object[] {"optimizer", "amsgrad", "clipping", "norm", "clipThreshold", 0.1, "epochs", 2}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void goesOnBitForBitFromEveryIteration(String name, Object[] settings) throws IOException {
        TrainingJob job = job(settings);
        Checkpointing undisturbed = new Checkpointing();
        Trainer whole = new Trainer(job);
        TrainingEnd end = whole.train(Optional.empty(), undisturbed);
        assertThat(end).isInstanceOf(TrainingEnd.Finished.class);
        float[] expected = whole.model().orElseThrow().parameters();

        for (byte[] checkpoint : undisturbed.written) {
            Fixtures.Recorder rest = new Fixtures.Recorder();
            Trainer resumed = new Trainer(job);
            TrainingEnd resumedEnd = resumed.train(Optional.of(new ByteArrayInputStream(checkpoint)), rest);

            long cut = Snapshot.read(checkpoint).iteration();
            assertThat(resumedEnd).isEqualTo(end);
            assertThat(resumed.model().orElseThrow().parameters()).containsExactly(expected);
            assertThat(rest.points)
                    .containsExactlyElementsOf(undisturbed.points.stream()
                            .filter(point -> point.iteration() > cut)
                            .toList());
            assertThat(Trainer.restore(job, new ByteArrayInputStream(last(undisturbed.written)))
                            .parameters())
                    .containsExactly(expected);
        }
    }

    @Test
    void sameSeedTwiceGivesTheSameParametersAndAnotherSeedOthers() {
        Object[] settings = {"epochs", 3, "seed", 5};
        assertThat(Fixtures.trained(job(settings)).parameters())
                .containsExactly(Fixtures.trained(job(settings)).parameters())
                .isNotEqualTo(Fixtures.trained(job("epochs", 3, "seed", 6)).parameters());
    }

    @Test
    void refusesDamagedCheckpoints() {
        TrainingJob job = job("epochs", 1);
        Checkpointing watch = new Checkpointing();
        new Trainer(job).train(Optional.empty(), watch);
        byte[] whole = last(watch.written);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 9);

        for (byte[] damaged : List.of(flipped, cut, new byte[0], new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9})) {
            TrainingEnd end =
                    new Trainer(job).train(Optional.of(new ByteArrayInputStream(damaged)), new Fixtures.Recorder());
            assertThat(end)
                    .isInstanceOfSatisfying(
                            TrainingEnd.Failed.class,
                            failed -> assertThat(failed.problem().code()).isEqualTo("checkpoint-unusable"));
        }
    }

    @Test
    void pausesWithACheckpointWithinOneIteration() {
        Fixtures.Recorder watch = new Fixtures.Recorder() {
            @Override
            public Signal signal() {
                return done == 7 ? Signal.PAUSE : Signal.GO_ON;
            }
        };
        TrainingEnd end = new Trainer(job("epochs", 50)).train(Optional.empty(), watch);
        assertThat(end).isEqualTo(new TrainingEnd.Paused(7, 2));
        assertThat(watch.checkpoints).containsOnlyKeys(7L);
    }

    @Test
    void stopsWithinOneIteration() {
        Fixtures.Recorder watch = new Fixtures.Recorder() {
            @Override
            public Signal signal() {
                return done == 3 ? Signal.STOP : Signal.GO_ON;
            }
        };
        TrainingEnd end = new Trainer(job("epochs", 50)).train(Optional.empty(), watch);
        assertThat(end).isEqualTo(new TrainingEnd.Stopped(3, 1));
        assertThat(watch.values(Series.TRAIN_LOSS)).hasSize(3);
    }

    private static TrainingJob job(Object... settings) {
        List<Object> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("batchSize", 5));
        return Fixtures.job(NETWORK, plan(NETWORK, all.toArray()), TRAIN, HELD_OUT);
    }

    private static byte[] last(List<byte[]> written) {
        return written.get(written.size() - 1);
    }

    private static final class Checkpointing extends Fixtures.Recorder {
        private final List<byte[]> written = new ArrayList<>();

        @Override
        public boolean wantsCheckpoint() {
            return true;
        }

        @Override
        public void checkpoint(TrainingWatch.Checkpoint checkpoint) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                checkpoint.writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written.add(out.toByteArray());
        }
    }
}
