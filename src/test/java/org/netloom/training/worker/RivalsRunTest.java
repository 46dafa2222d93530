package org.netloom.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.netloom.TestDatabase;
import org.netloom.datasets.DatasetCatalog;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.Evaluation;
import org.netloom.training.EvaluationJson;
import org.netloom.training.Preparation;
import org.netloom.training.Run;
import org.netloom.training.RunFixture;
import org.netloom.training.RunState;
import org.netloom.training.engine.Backend;
import org.netloom.training.store.Blobs;
import org.netloom.training.store.RunClaims;
import org.netloom.training.store.SampleStore;
import org.netloom.training.store.WorkerStore;
import tools.jackson.databind.JsonNode;

/** A generator and a discriminator in the hands of a worker, from the queue to the files. */
class RivalsRunTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final RunFixture fixture = new RunFixture(database);
    private final SampleStore samples = new SampleStore(database.jdbc());

    /** The generator ends in a row of numbers, which are still pictures. */
    private static Design design() {
        return Design.of(
                List.of(
                        Layer.of("in", "input").with("shape", Value.dims(1, 28, 28)),
                        Layer.of("flat", "flatten"),
                        Layer.of("noise", "noise").with("shape", Value.dims(8)),
                        Layer.of("made", "dense").with("units", 784).with("activation", "tanh"),
                        Layer.of("meet", "real-or-generated"),
                        Layer.of("judge", "dense").with("units", 8),
                        Layer.of("out", "output").with("units", 1).with("activation", "sigmoid")),
                List.of(
                        Wire.between("in", "flat"),
                        Wire.between("flat", "meet"),
                        Wire.between("noise", "made"),
                        Wire.between("made", "meet"),
                        Wire.between("meet", "judge"),
                        Wire.between("judge", "out")));
    }

    @Test
    void leavesPicturesOfEveryEpochAndBothNetworks() throws IOException {
        UUID run = fixture.queue(
                design(),
                RunFixture.plan("digits", 2, "normalization", Value.of("symmetric"), "batchSize", Value.of(256)));
        UUID worker = UUID.randomUUID();
        new WorkerStore(database.jdbc()).enter(worker, "test", 1);
        UUID claim = new RunClaims(database.jdbc()).claim(run, worker).orElseThrow();
        try (WorkerDatabase connection =
                WorkerDatabase.fromEnvironment(database.environment(), 4).orElseThrow()) {
            Preparation preparation =
                    new Preparation(Catalog.standard(), new DatasetCatalog(Path.of("target", "no-datasets")));
            new RunTrainer(connection, preparation, Backend.describe()).train(run, claim);
        }

        Run ended = fixture.find(run);
        assertThat(ended.state().kind()).isEqualTo(RunState.Kind.FINISHED);
        assertThat(samples.sheets(run)).extracting(SampleStore.Sheet::epoch).containsExactly(0, 1, 2);
        BufferedImage sheet =
                ImageIO.read(new ByteArrayInputStream(samples.png(run, 2).orElseThrow()));
        assertThat(sheet.getWidth()).isEqualTo(8 * 29 - 1);
        assertThat(ended.outcome().model()).isPresent();
        assertThat(samples.files(run)).extracting(SampleStore.File::name).containsExactly("discriminator.zip");
        assertThat(new Blobs(database.jdbc()).size(samples.files(run).get(0).blob()))
                .isPositive();
        assertThat(EvaluationJson.read(ended.outcome().evaluation().orElseThrow()))
                .isInstanceOfSatisfying(
                        Evaluation.OfRivals.class,
                        rivals -> assertThat(rivals.fooled()).isBetween(0.0, 1.0));
        JsonNode proof =
                org.netloom.format.Json.parseOwn(ended.outcome().proof().orElseThrow());
        assertThat(proof.path("proved").asBoolean(false)).isTrue();
        assertThat(proof.path("predictions").path(0).size()).isEqualTo(784);
    }
}
