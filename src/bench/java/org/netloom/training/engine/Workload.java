package org.netloom.training.engine;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.netloom.datasets.Samples;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.PlanForm;
import org.netloom.training.TrainingJob;

/** The network and data that the benchmarks train: a 784-128-10 classifier of digits, batches of 64. */
public final class Workload {

    public static final int EXAMPLES = 60_000;
    public static final int BATCH = 64;
    private static final int PIXELS = 784;
    private static final int CLASSES = 10;

    private Workload() {}

    public static TrainingJob job(int iterations) {
        Network network = Catalog.standard()
                .lower(Design.chain(
                        Layer.of("in", "input").with("shape", Value.dims(PIXELS)),
                        Layer.of("hidden", "dense").with("units", 128).with("activation", "relu"),
                        Layer.of("out", "output").with("units", CLASSES).with("activation", "softmax")))
                .get();
        Map<String, Value> settings = new HashMap<>();
        settings.put("split", Value.of("all"));
        settings.put("optimizer", Value.of("adam"));
        settings.put("learningRate", Value.of(0.001));
        settings.put("batchSize", Value.of((long) BATCH));
        settings.put("budget", Value.of("iterations"));
        settings.put("iterations", Value.of((long) iterations));
        return new TrainingJob(
                network,
                PlanForm.plan(settings, network.outputActivation()).get(),
                samples(),
                Optional.empty());
    }

    /** MNIST where the property {@code netloom.bench.mnist} names its folder, else noise of the same size. */
    private static Samples samples() {
        String folder = System.getProperty("netloom.bench.mnist", "");
        Path images = Path.of(folder, "train-images-idx3-ubyte.gz");
        float[] features = new float[EXAMPLES * PIXELS];
        float[] targets = new float[EXAMPLES * CLASSES];
        try {
            if (Files.exists(images)) {
                byte[] pixels = read(images, 16, features.length);
                byte[] labels = read(Path.of(folder, "train-labels-idx1-ubyte.gz"), 8, EXAMPLES);
                for (int i = 0; i < features.length; i++) {
                    features[i] = (pixels[i] & 0xff) / 255f;
                }
                for (int row = 0; row < EXAMPLES; row++) {
                    targets[row * CLASSES + labels[row]] = 1;
                }
                return new Samples(Shape.of(PIXELS), EXAMPLES, features, targets, CLASSES);
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        Draws draws = Draws.of(1, 2, 3);
        for (int row = 0; row < EXAMPLES; row++) {
            int digit = row % CLASSES;
            targets[row * CLASSES + digit] = 1;
            for (int i = 0; i < PIXELS; i++) {
                features[row * PIXELS + i] = (float) Math.max(0, draws.unit() - 0.6 + (i % CLASSES == digit ? 0.2 : 0));
            }
        }
        return new Samples(Shape.of(PIXELS), EXAMPLES, features, targets, CLASSES);
    }

    private static byte[] read(Path file, int header, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)))) {
            data.skipNBytes(header);
            return data.readNBytes(length);
        }
    }
}
