package org.netloom.training.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.netloom.datasets.Samples;
import org.netloom.format.Json;
import org.netloom.training.EvaluationJson;
import org.netloom.training.Preparation.Prepared;
import org.netloom.training.RunState;
import org.netloom.training.engine.TrainedModel;
import org.netloom.training.engine.TrainedRivals;
import org.netloom.training.store.OwnedRun;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The end of an adversarial training: the generator is the model, the discriminator lies beside it. */
final class RivalsEnd {

    static final String DISCRIMINATOR = "discriminator.zip";

    private static final long PROOF_NOISE = 16;
    private static final int GOLDEN_ROWS = 5;

    private RivalsEnd() {}

    static void finish(OwnedRun owned, Prepared prepared, TrainedRivals rivals, RunState.Kind state)
            throws IOException {
        Samples real = RunTrainer.firstRows(prepared.test());
        int rows = RunTrainer.PROOF_ROWS;
        float[] noise = rivals.noise(rows, PROOF_NOISE);
        Path generator = Files.createTempFile("netloom-generator", ".zip");
        Path discriminator = Files.createTempFile("netloom-discriminator", ".zip");
        try {
            double making = proved(rivals.generator(), generator, noise, rows);
            double judging = proved(rivals.discriminator(), discriminator, real.features(), real.count());
            double largest = Math.max(making, judging);
            boolean good = largest <= RunTrainer.PROOF_TOLERANCE;
            ObjectNode proof = Json.object()
                    .put("rows", rows)
                    .put("largestDifference", largest)
                    .put("tolerance", RunTrainer.PROOF_TOLERANCE)
                    .put("proved", good)
                    .put("generatorDifference", making)
                    .put("discriminatorDifference", judging);
            proof.put("needsLayers", rivals.generator().needsLayers());
            rivals.generator().downloadNotes().forEach(proof.putArray("notes")::add);
            golden(proof, rivals.generator(), noise);
            owned.end(
                    state,
                    Optional.of(Json.write(EvaluationJson.write(rivals.evaluate(prepared.test())))),
                    Optional.of(Json.write(proof)),
                    good ? Optional.of(out -> Files.copy(generator, out)) : Optional.empty(),
                    good ? Map.of(DISCRIMINATOR, out -> Files.copy(discriminator, out)) : Map.of());
        } finally {
            Files.deleteIfExists(generator);
            Files.deleteIfExists(discriminator);
        }
    }

    /** Writes the network and opens it anew; the largest difference of its predictions. */
    private static double proved(TrainedModel model, Path file, float[] rows, int count) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            model.saveDl4j(out);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return model.proveDl4j(in, rows, count);
        }
    }

    /** Some noise and what the generator makes of it, for whoever opens the file elsewhere. */
    private static void golden(ObjectNode proof, TrainedModel generator, float[] noise) {
        int width = noise.length / RunTrainer.PROOF_ROWS;
        float[] made = generator.predict(noise, RunTrainer.PROOF_ROWS);
        rows(proof.putArray("inputs"), noise, width);
        rows(proof.putArray("predictions"), made, generator.predictedSize());
    }

    private static void rows(ArrayNode into, float[] numbers, int width) {
        for (int row = 0; row < GOLDEN_ROWS; row++) {
            ArrayNode one = into.addArray();
            for (int i = 0; i < width; i++) {
                one.add(numbers[row * width + i]);
            }
        }
    }
}
