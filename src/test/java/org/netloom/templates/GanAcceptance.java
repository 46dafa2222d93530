package org.netloom.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.design.Design;
import org.netloom.design.Value;
import org.netloom.layers.LayerCatalog;
import org.netloom.training.Evaluation;
import org.netloom.training.Preparation;
import org.netloom.training.Preparation.Prepared;
import org.netloom.training.Run;
import org.netloom.training.Series;
import org.netloom.training.TrainingEnd;
import org.netloom.training.TrainingWatch;
import org.netloom.training.engine.TrainedModel;
import org.netloom.training.engine.TrainedRivals;
import org.netloom.training.engine.Trainer;

/** The GAN template draws digits. Needs the real MNIST in ../shared/data/mnist or NETLOOM_SHARED_DATA/mnist. */
class GanAcceptance {

    private static final int DRAWN = 500;

    @TempDir
    Path home;

    @BeforeEach
    void bringTheRealData() throws IOException {
        String shared = System.getenv().getOrDefault("NETLOOM_SHARED_DATA", "../shared/data");
        Path mnist = Path.of(shared, "mnist");
        assumeThat(mnist)
                .as("the real MNIST is not at %s: its figures cannot be checked", mnist.toAbsolutePath())
                .isDirectory();
        Files.createDirectories(home.resolve("datasets"));
        Files.createSymbolicLink(home.resolve("datasets/mnist"), mnist.toAbsolutePath());
    }

    @Test
    void itsDigitsFoolTheDiscriminatorAndAreOfAtLeastEightClasses() {
        Template template = Templates.find("mnist-gan").orElseThrow();
        Prepared prepared = prepared(template.design(), template.plan());
        Losses losses = new Losses();
        Trainer trainer = new Trainer(prepared.job());
        TrainingEnd end = trainer.train(Optional.empty(), losses);
        assertThat(end).isInstanceOf(TrainingEnd.Finished.class);
        TrainedRivals rivals = trainer.rivals().orElseThrow();
        Evaluation.OfRivals evaluation = rivals.evaluate(prepared.test());
        float[] drawn = rivals.made(DRAWN, 99);

        TrainedModel classifier = classifier();
        Map<Integer, Integer> classes = new HashMap<>();
        float[] said = classifier.predict(drawn, DRAWN);
        for (int row = 0; row < DRAWN; row++) {
            classes.merge(largest(said, row * 10), 1, Integer::sum);
        }
        System.out.println("GAN on MNIST: fooled " + evaluation.fooled() + ", tells " + evaluation.accuracy()
                + " rightly, digits drawn " + classes + ", mean losses of the epochs " + losses.means);
        assertThat(losses.allFinite).isTrue();
        assertThat(losses.told).isEqualTo(2 * losses.iterations);
        assertThat(evaluation.fooled()).isGreaterThanOrEqualTo(0.2);
        Set<Integer> met = new TreeSet<>();
        classes.forEach((digit, times) -> {
            if (times >= DRAWN / 100) {
                met.add(digit);
            }
        });
        assertThat(met).as("classes of at least one in a hundred digits").hasSizeGreaterThanOrEqualTo(8);
    }

    /** Learnt from the real digits, at least 96 % right. */
    private TrainedModel classifier() {
        Template template = Templates.find("mnist-adam").orElseThrow();
        Map<String, Value> plan = new HashMap<>(template.plan());
        plan.put("epochs", Value.of(2));
        Prepared prepared = prepared(template.design(), plan);
        Trainer trainer = new Trainer(prepared.job());
        trainer.train(Optional.empty(), new Losses());
        TrainedModel model = trainer.model().orElseThrow();
        Evaluation.OfClasses evaluation = (Evaluation.OfClasses)
                model.evaluate(prepared.test(), prepared.examples().info().target());
        assertThat(evaluation.accuracy()).isGreaterThanOrEqualTo(0.96);
        return model;
    }

    private Prepared prepared(Design design, Map<String, Value> plan) {
        return new Preparation(LayerCatalog.standard(), new DatasetCatalog(home))
                .prepare(new Run.Snapshot(design, 1, plan, 42, "test", Instant.EPOCH, Optional.empty()))
                .get();
    }

    private static int largest(float[] numbers, int from) {
        int best = 0;
        for (int i = 1; i < 10; i++) {
            if (numbers[from + i] > numbers[from + best]) {
                best = i;
            }
        }
        return best;
    }

    private static final class Losses implements TrainingWatch {
        private final List<String> means = new java.util.ArrayList<>();
        private boolean allFinite = true;
        private long told;
        private long iterations;

        @Override
        public void point(Series series, long iteration, int epoch, double value) {
            allFinite &= Double.isFinite(value);
            if (series == Series.GENERATOR_LOSS || series == Series.DISCRIMINATOR_LOSS) {
                told++;
            }
            if (series == Series.GENERATOR_LOSS_EPOCH
                    || series == Series.DISCRIMINATOR_LOSS_EPOCH
                    || series == Series.DISCRIMINATOR_FOOLED) {
                means.add(series.id() + " %.3f".formatted(value));
            }
        }

        @Override
        public void iterationDone(long iteration, int epoch, int samples) {
            iterations = iteration;
        }

        @Override
        public boolean wantsCheckpoint() {
            return false;
        }

        @Override
        public void checkpoint(Checkpoint checkpoint) {}

        @Override
        public Signal signal() {
            return Signal.GO_ON;
        }
    }
}
