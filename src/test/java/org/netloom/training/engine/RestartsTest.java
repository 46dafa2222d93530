package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netloom.datasets.Samples;
import org.netloom.datasets.Target;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.layers.Network;
import org.netloom.training.Evaluation;
import org.netloom.training.Member;
import org.netloom.training.Series;
import org.netloom.training.TrainingEnd;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingWatch;

/** The same network trained several times from other weights, and what becomes of the networks. */
@Tag("thorough")
class RestartsTest {

    private static final Network NETWORK =
            network(input(5), dense("hidden", 6, "tanh"), Layer.of("drop", "dropout"), output(3, "softmax"));
    private static final Samples TRAIN = clouds(Shape.of(5), 3, 23, 1);
    private static final Samples HELD_OUT = clouds(Shape.of(5), 3, 60, 2);
    private static final Target CLASSES = new Target.Classes(List.of("a", "b", "c"));

    private static TrainingJob job(Object... settings) {
        List<Object> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("batchSize", 5, "learningRate", 0.01, "seed", 9));
        return Fixtures.job(NETWORK, plan(NETWORK, all.toArray()), TRAIN, HELD_OUT);
    }

    private static TrainedModel alone(TrainingJob job, int number) {
        TrainingJob one = Fixtures.job(
                NETWORK,
                plan(NETWORK, "batchSize", 5, "learningRate", 0.01, "epochs", 2)
                        .withSeed(Member.seed(job.plan().seed(), number)),
                TRAIN,
                HELD_OUT);
        return Fixtures.trained(one);
    }

    @Test
    void keepsTheMemberWithTheLowestValidationLoss() {
        TrainingJob job = job("epochs", 2, "restarts", 4);
        Fixtures.Recorder watch = new Fixtures.Recorder();
        Training training = Training.of(job);
        TrainingEnd end = training.train(Optional.empty(), watch);

        List<Double> losses = watch.values(Series.MEMBER_LOSS);
        int best = losses.indexOf(losses.stream().min(Double::compare).orElseThrow()) + 1;
        assertThat(end).isEqualTo(new TrainingEnd.Finished(40, 8, 8, false));
        assertThat(losses).hasSize(4).doesNotHaveDuplicates();
        assertThat(training.model().orElseThrow().parameters())
                .containsExactly(alone(job, best).parameters());
    }

    @Test
    void countsIterationsOverAllMembersAndMarksWhereEachBegins() {
        Fixtures.Recorder watch = new Fixtures.Recorder();
        Training.of(job("epochs", 2, "restarts", 3)).train(Optional.empty(), watch);

        assertThat(watch.points.stream().filter(point -> point.series() == Series.TRAIN_LOSS))
                .extracting(Fixtures.Point::iteration)
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, 30).boxed().toList());
        assertThat(watch.points.stream().filter(point -> point.series() == Series.MEMBER))
                .containsExactly(
                        new Fixtures.Point(Series.MEMBER, 1, 1, 1),
                        new Fixtures.Point(Series.MEMBER, 11, 3, 2),
                        new Fixtures.Point(Series.MEMBER, 21, 5, 3));
        assertThat(watch.values(Series.MEMBER_ACCURACY)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vote", "weighted-vote"})
    void aCommitteeIsOneNetworkThatGivesTheWeightedMeanOfItsMembers(String combine) throws IOException {
        TrainingJob job = job("epochs", 2, "restarts", 3, "combine", combine);
        Fixtures.Recorder watch = new Fixtures.Recorder();
        Training training = Training.of(job);
        training.train(Optional.empty(), watch);
        TrainedModel committee = training.model().orElseThrow();

        List<Member> members = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            members.add(new Member(
                    number,
                    watch.values(Series.MEMBER_LOSS).get(number - 1),
                    watch.values(Series.MEMBER_ACCURACY).get(number - 1)));
        }
        List<Double> weights = Member.weights(members, job.plan().restarts().combine());
        float[] expected = new float[HELD_OUT.count() * 3];
        for (int number = 1; number <= 3; number++) {
            float[] one = alone(job, number).predict(HELD_OUT.features(), HELD_OUT.count());
            for (int i = 0; i < expected.length; i++) {
                expected[i] += (float) (weights.get(number - 1) * one[i]);
            }
        }
        assertThat(committee.predict(HELD_OUT.features(), HELD_OUT.count())).containsExactly(expected, within(1e-6f));
        assertThat(committee.network().parameters()).isEqualTo(3 * NETWORK.parameters());
        assertThat(committee.evaluate(HELD_OUT, CLASSES)).isInstanceOf(Evaluation.OfClasses.class);
        assertThat(committee.proveDl4j(HELD_OUT)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"best", "vote", "weighted-vote"})
    void goesOnBitForBitFromEveryCheckpoint(String combine) {
        TrainingJob job = job("epochs", 30, "restarts", 3, "combine", combine, "earlyStopping", true, "patience", 1);
        Checkpointing undisturbed = new Checkpointing();
        Training whole = Training.of(job);
        TrainingEnd end = whole.train(Optional.empty(), undisturbed);
        float[] expected = whole.model().orElseThrow().parameters();

        int number = 0;
        for (Map.Entry<Long, byte[]> written : undisturbed.written.entrySet()) {
            if (number++ % 13 != 0) {
                continue;
            }
            Fixtures.Recorder rest = new Fixtures.Recorder();
            Training resumed = Training.of(job);
            assertThat(resumed.train(Optional.of(new ByteArrayInputStream(written.getValue())), rest))
                    .isEqualTo(end);
            assertThat(resumed.model().orElseThrow().parameters()).containsExactly(expected);
            assertThat(rest.points)
                    .containsExactlyElementsOf(undisturbed.points.stream()
                            .filter(point -> point.iteration() > written.getKey())
                            .toList());
        }
    }

    @Test
    void ofAStoppedTrainingTheMembersThatAreDoneCount() {
        for (long stopAt : new long[] {4, 14, 25}) {
            Fixtures.Recorder watch = new Fixtures.Recorder() {
                @Override
                public Signal signal() {
                    return done == stopAt ? Signal.STOP : Signal.GO_ON;
                }
            };
            TrainingJob job = job("epochs", 2, "restarts", 5, "combine", "vote");
            Training training = Training.of(job);
            TrainingEnd end = training.train(Optional.empty(), watch);

            assertThat(end)
                    .isInstanceOfSatisfying(
                            TrainingEnd.Stopped.class,
                            stopped -> assertThat(stopped.iteration()).isEqualTo(stopAt));
            assertThat(training.model().orElseThrow().network().parameters())
                    .isEqualTo(Math.max(1, stopAt / 10) * NETWORK.parameters());
        }
    }

    @Test
    void refusesADamagedCheckpoint() {
        TrainingJob job = job("epochs", 2, "restarts", 2);
        Checkpointing watch = new Checkpointing();
        Training.of(job).train(Optional.empty(), watch);
        byte[] whole = watch.written.get(13L);
        byte[] flipped = whole.clone();
        flipped[40] ^= 1;
        for (byte[] damaged : List.of(flipped, java.util.Arrays.copyOf(whole, 30), new byte[0])) {
            assertThat(Training.of(job).train(Optional.of(new ByteArrayInputStream(damaged)), new Fixtures.Recorder()))
                    .isInstanceOfSatisfying(
                            TrainingEnd.Failed.class,
                            failed -> assertThat(failed.problem().code()).isEqualTo("checkpoint-unusable"));
        }
    }

    @Test
    void theFirstMemberHasTheRunsSeedAndAllHaveOthers() {
        assertThat(Member.seed(42, 1)).isEqualTo(42);
        assertThat(java.util.stream.IntStream.rangeClosed(1, 50)
                        .mapToLong(number -> Member.seed(42, number))
                        .distinct())
                .hasSize(50);
    }

    @Test
    void weightsFollowAccuracyAndWithoutItOneOverTheLoss() {
        var weighted = org.netloom.training.TrainingPlan.Restarts.Combine.WEIGHTED_VOTE;
        assertThat(Member.weights(List.of(new Member(1, 1, 0.75), new Member(2, 2, 0.25)), weighted))
                .containsExactly(0.75, 0.25);
        assertThat(Member.weights(List.of(new Member(1, 1, Double.NaN), new Member(2, 3, Double.NaN)), weighted))
                .containsExactly(0.75, 0.25);
        assertThat(Member.best(List.of(new Member(1, 1, 0.2), new Member(2, 1, 0.6), new Member(3, 2, 0.9)))
                        .number())
                .isEqualTo(2);
    }

    private static final class Checkpointing extends Fixtures.Recorder {
        private final Map<Long, byte[]> written = new LinkedHashMap<>();

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
            written.put(checkpoint.iteration(), out.toByteArray());
        }
    }
}
