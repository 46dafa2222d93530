package org.netloom.training.engine;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

/** The networks and data that the benchmarks train: classifiers of digits, batches of 64. */
public final class Workload {

    public static final int EXAMPLES = 60_000;
    public static final int BATCH = 64;
    private static final int PIXELS = 784;
    private static final int CLASSES = 10;

    private Workload() {}

    public static TrainingJob job(int iterations) {
        return job(
                iterations,
                Shape.of(PIXELS),
                Layer.of("hidden", "dense").with("units", 128).with("activation", "relu"));
    }

    /** LeNet as PyTorch's and DL4J's examples have it: 20 and 50 kernels of 5 × 5, max-pooling, 500 units. */
    static TrainingJob lenet(int iterations) {
        return job(
                iterations,
                Shape.of(1, 28, 28),
                conv("c1", 20),
                Layer.of("p1", "max-pool2d"),
                conv("c2", 50),
                Layer.of("p2", "max-pool2d"),
                Layer.of("flat", "flatten"),
                Layer.of("hidden", "dense").with("units", 500).with("activation", "relu"));
    }

    /** An LSTM of 128 units that reads the digits column by column. */
    static TrainingJob lstm(int iterations) {
        return job(
                iterations, Shape.of(28, 28), Layer.of("memory", "lstm").with("units", 128));
    }

    private static Layer conv(String id, long filters) {
        return Layer.of(id, "conv2d").with("filters", filters).with("kernel", Value.dims(5)).with("activation", "relu");
    }

    private static TrainingJob job(int iterations, Shape input, Layer... hidden) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.of("in", "input").with("shape", new Value.Dims(input.dims())));
        layers.addAll(List.of(hidden));
        layers.add(Layer.of("out", "output").with("units", CLASSES).with("activation", "softmax"));
        Network network = Catalog.standard()
                .lower(Design.chain(layers.toArray(Layer[]::new)))
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
                samples(input),
                Optional.empty());
    }

    /** MNIST where the property {@code netloom.bench.mnist} names its folder, else noise of the same size. */
    private static Samples samples(Shape input) {
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
                return new Samples(input, EXAMPLES, features, targets, CLASSES);
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
        return new Samples(input, EXAMPLES, features, targets, CLASSES);
    }

    private static byte[] read(Path file, int header, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)))) {
            data.skipNBytes(header);
            return data.readNBytes(length);
        }
    }
}
