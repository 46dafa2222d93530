package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.datasets.Samples;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.Network;
import org.netloom.layers.Rivals;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.SampleSheet;
import org.netloom.training.Series;
import org.netloom.training.TrainingEnd;
import org.netloom.training.TrainingJob;

/** Two networks that learn in turn. */
class AdversariesTest {

    private static final Shape POINT = Shape.of(2);

    /** Noise → generator → meeting ← data; meeting → discriminator → output. */
    private static Network network(Layer meeting, List<Layer> generator, List<Layer> discriminator) {
        return network(input(2), meeting, generator, discriminator);
    }

    private static Network network(Layer data, Layer meeting, List<Layer> generator, List<Layer> discriminator) {
        List<Layer> layers = new ArrayList<>(List.of(data, meeting, output(1, "sigmoid")));
        List<Wire> wires = new ArrayList<>(List.of(Wire.between("in", meeting.id())));
        String at = "noise";
        layers.add(Layer.of("noise", "noise").with("shape", Value.dims(3)));
        for (Layer layer : generator) {
            layers.add(layer);
            wires.add(Wire.between(at, layer.id()));
            at = layer.id();
        }
        wires.add(Wire.between(at, meeting.id()));
        at = meeting.id();
        for (Layer layer : discriminator) {
            layers.add(layer);
            wires.add(Wire.between(at, layer.id()));
            at = layer.id();
        }
        wires.add(Wire.between(at, "out"));
        return Catalog.standard().lower(Design.of(layers, wires)).get();
    }

    private static Layer meeting() {
        return Layer.of("meeting", "real-or-generated");
    }

    private static Network small(String... between) {
        List<Layer> generator = new ArrayList<>(List.of(dense("g1", 16, "tanh")));
        List<Layer> discriminator = new ArrayList<>(List.of(dense("d1", 16, "tanh")));
        for (String type : between) {
            generator.add(Layer.of("g-" + type, type));
            discriminator.add(Layer.of("d-" + type, type));
        }
        generator.add(dense("g2", 2, "identity"));
        discriminator.add(dense("d2", 8, "tanh"));
        return network(meeting(), generator, discriminator);
    }

    /** Generator and data meet in this shape of four numbers. */
    private static Network meetingIn(long... shape) {
        return network(
                input(shape),
                meeting(),
                List.of(
                        dense("g1", 8, "tanh"),
                        dense("g2", 4, "identity"),
                        Layer.of("shaped", "reshape").with("shape", Value.dims(shape))),
                List.of(Layer.of("flat", "flatten"), dense("d1", 8, "tanh")));
    }

    /** A cloud of points round (2, −1). */
    private static Samples cloud(int count) {
        Draws draws = Draws.of(5, 5, 5);
        float[] points = new float[2 * count];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) ((i % 2 == 0 ? 2 : -1) + 0.3 * draws.normal());
        }
        return new Samples(POINT, count, points, new float[count], 1);
    }

    private static TrainingJob training(Network network, Object... settings) {
        Object[] all = Stream.concat(
                        Stream.of("optimizer", "adam", "beta1", 0.5, "batchSize", 32, "learningRate", 0.005),
                        Stream.of(settings))
                .toArray();
        return job(network, plan(network, all), cloud(256));
    }

    @Test
    void theGeneratorsGradientAgreesWithFiniteDifferences() {
        for (Network network : List.of(small(), small("batch-norm"), meetingIn(1, 2, 2), meetingIn(2, 2))) {
            Rivals rivals = Rivals.of(network).orElseThrow();
            Duel duel = new Duel(rivals, plan(network), DataType.DOUBLE);
            INDArray noise = Nd4j.rand(DataType.DOUBLE, 5, 3);
            INDArray weights = duel.generator().graph().params();
            Draws draws = Draws.of(3, 3, 3);
            for (int i = 0; i < weights.length(); i++) {
                weights.putScalar(i, weights.getDouble(i) + 0.1 * draws.normal());
            }
            double before = fool(duel, noise);
            assertThat(before).isPositive();
            double[] gradient = duel.generator()
                    .graph()
                    .getGradientsViewArray()
                    .dup()
                    .divi(5)
                    .toDoubleVector();
            java.util.BitSet followed = GradientCheck.followed(duel.generator().graph());
            for (int i = 0; i < gradient.length; i++) {
                if (followed.get(i)) {
                    continue;
                }
                double at = weights.getDouble(i);
                double step = 1e-6;
                weights.putScalar(i, at + step);
                double up = fool(duel, noise);
                weights.putScalar(i, at - step);
                double down = fool(duel, noise);
                weights.putScalar(i, at);
                double numeric = (up - down) / (2 * step);
                double size = Math.abs(numeric) + Math.abs(gradient[i]);
                assertThat(size < 1e-7 ? 0 : Math.abs(numeric - gradient[i]) / size)
                        .as("parameter %d: by difference %s, by the engine %s", i, numeric, gradient[i])
                        .isLessThan(1e-4);
            }
        }
    }

    private static double fool(Duel duel, INDArray noise) {
        INDArray[] noises = {noise};
        return duel.fool(noises, duel.made(noises, 1), 1);
    }

    @Test
    void theGeneratorLearnsWhereTheDataLies() {
        Trainer trainer = new Trainer(training(small(), "epochs", 60));
        Fixtures.Recorder watch = new Fixtures.Recorder();
        assertThat(trainer.train(Optional.empty(), watch)).isInstanceOf(TrainingEnd.Finished.class);
        float[] made = trainer.rivals().orElseThrow().made(500, 1);
        assertThat(mean(made, 0)).isBetween(1.5, 2.5);
        assertThat(mean(made, 1)).isBetween(-1.5, -0.5);
        assertThat(watch.values(Series.GENERATOR_LOSS)).hasSize(60 * 8).allMatch(Double::isFinite);
        assertThat(watch.values(Series.DISCRIMINATOR_LOSS)).hasSize(60 * 8).allMatch(Double::isFinite);
        assertThat(watch.values(Series.GENERATOR_LOSS_EPOCH)).hasSize(60);
        assertThat(watch.values(Series.DISCRIMINATOR_FOOLED)).hasSize(60).allMatch(share -> share >= 0 && share <= 1);
    }

    private static double mean(float[] points, int column) {
        double sum = 0;
        for (int i = column; i < points.length; i += 2) {
            sum += points[i];
        }
        return sum / (points.length / 2.0);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        Network network = small("batch-norm", "dropout");
        float[] first = trained(training(network, "epochs", 3));
        assertThat(trained(training(network, "epochs", 3))).containsExactly(first);
        assertThat(trained(training(network, "epochs", 3, "seed", 7))).isNotEqualTo(first);
    }

    private static float[] trained(TrainingJob job) {
        Trainer trainer = new Trainer(job);
        trainer.train(Optional.empty(), new Fixtures.Recorder());
        return trainer.rivals().orElseThrow().made(20, 1);
    }

    @Test
    void aTrainingThatGoesOnFromACheckpointTakesTheVerySameSteps() throws IOException {
        Layer twoSteps = meeting().with("discriminatorSteps", 2).with("realTarget", Value.of(0.9));
        Network network = network(
                twoSteps,
                List.of(dense("g1", 8, "relu"), Layer.of("gn", "batch-norm"), dense("g2", 2, "identity")),
                List.of(dense("d1", 8, "relu"), Layer.of("dd", "dropout")));
        TrainingJob job = training(network, "epochs", 3);
        AtIteration whole = new AtIteration(11);
        Trainer undisturbed = new Trainer(job);
        undisturbed.train(Optional.empty(), whole);
        Trainer resumed = new Trainer(job);
        Fixtures.Recorder rest = new Fixtures.Recorder();
        resumed.train(Optional.of(new ByteArrayInputStream(whole.bytes)), rest);
        assertThat(rest.points)
                .isEqualTo(whole.points.stream()
                        .filter(point -> point.iteration() > 11)
                        .toList());
        assertThat(resumed.rivals().orElseThrow().made(20, 1))
                .containsExactly(undisturbed.rivals().orElseThrow().made(20, 1));
    }

    /** Keeps the checkpoint of one iteration. */
    private static final class AtIteration extends Fixtures.Recorder {
        private final long iteration;
        private byte[] bytes = {};

        AtIteration(long iteration) {
            this.iteration = iteration;
        }

        @Override
        public boolean wantsCheckpoint() {
            return done == iteration;
        }

        @Override
        public void checkpoint(Checkpoint checkpoint) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                checkpoint.writeTo(out);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            bytes = out.toByteArray();
        }
    }

    @Test
    void samplesComeFromTheSameNoiseAtTheStartAndAfterEveryEpoch() {
        List<SampleSheet> sheets = new ArrayList<>();
        Fixtures.Recorder watch = new Fixtures.Recorder() {
            @Override
            public void samples(SampleSheet sheet) {
                sheets.add(sheet);
            }
        };
        new Trainer(training(small(), "epochs", 2)).train(Optional.empty(), watch);
        assertThat(sheets).extracting(SampleSheet::epoch).containsExactly(0, 1, 2);
        assertThat(sheets).allSatisfy(sheet -> {
            assertThat(sheet.count()).isEqualTo(64);
            assertThat(sheet.numbers()).hasSize(64 * 2);
        });
        assertThat(sheets.get(0).numbers()).isNotEqualTo(sheets.get(1).numbers());
    }

    @Test
    void aLossThatIsNoNumberEndsTheTraining() {
        Samples spoilt = cloud(256);
        spoilt.features()[99] = Float.NaN;
        Network network = small();
        TrainingEnd end = new Trainer(job(network, plan(network, "epochs", 2), spoilt))
                .train(Optional.empty(), new Fixtures.Recorder());
        assertThat(end).isInstanceOf(TrainingEnd.Failed.class);
    }

    @Test
    void bothNetworksOpenInPlainDl4jAndPredictTheSame() throws IOException {
        Trainer trainer = new Trainer(training(small("batch-norm"), "epochs", 2));
        trainer.train(Optional.empty(), new Fixtures.Recorder());
        TrainedRivals rivals = trainer.rivals().orElseThrow();
        assertThat(proof(rivals.generator(), rivals.noise(50, 1), 50)).isLessThan(1e-6);
        assertThat(proof(rivals.discriminator(), cloud(50).features(), 50)).isLessThan(1e-6);
    }

    private static double proof(TrainedModel model, float[] rows, int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.saveDl4j(bytes);
        return model.proveDl4j(new ByteArrayInputStream(bytes.toByteArray()), rows, count);
    }
}
