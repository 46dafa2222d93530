package org.netloom.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netloom.datasets.Samples;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Network;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.PlanForm;
import org.netloom.training.Series;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingWatch;
import org.netloom.training.engine.TrainedModel;
import org.netloom.training.engine.Trainer;

/** With DL4J and the small jar alone, without Netloom, a downloaded model opens and predicts the same. */
class LayersJarTest {

    @TempDir
    private Path folder;

    @Test
    void aModelWithOurLayersOpensWithDl4jAndTheSmallJarAlone() throws Exception {
        TrainedModel model = trained(Design.chain(
                Layer.of("in", "input").with("shape", Value.dims(4, 5)),
                Layer.of("positions", "positional-encoding").with("kind", "learned"),
                Layer.of("norm", "layer-norm"),
                Layer.of("attention", "multi-head-attention").with("heads", 2),
                Layer.of("gru", "gru").with("units", 3).with("returns", "all"),
                Layer.of("slopes", "prelu"),
                Layer.of("turn", "permute"),
                Layer.of("flat", "flatten"),
                Layer.of("out", "output").with("units", 2).with("activation", "softmax")));
        assertThat(model.needsLayers()).isTrue();
        assertThat(model.downloadNotes()).anyMatch(note -> note.contains("netloom-layers.jar"));

        Path file = folder.resolve("model.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            model.saveDl4j(out);
        }
        Path jar = folder.resolve("netloom-layers.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            LayersJar.writeTo(out);
        }

        float[] numbers = new float[20];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (i + 1) / 10f;
        }
        assertThat(elsewhere(file, jar)).containsExactly(model.predict(numbers, 1), within(1e-6f));
    }

    @Test
    void aModelOfStandardLayersNeedsNothing() {
        TrainedModel model = trained(Design.chain(
                Layer.of("in", "input").with("shape", Value.dims(20)),
                Layer.of("hidden", "dense").with("units", 3),
                Layer.of("out", "output").with("units", 2).with("activation", "softmax")));

        assertThat(model.needsLayers()).isFalse();
        assertThat(model.downloadNotes()).isEmpty();
    }

    private float[] elsewhere(Path model, Path jar) throws IOException, InterruptedException {
        String own = OpensElsewhere.class.getName().replace('.', '/') + ".class";
        Path alone = folder.resolve("classes").resolve(own);
        Files.createDirectories(alone.getParent());
        try (InputStream in = Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(own))) {
            Files.copy(in, alone);
        }
        String jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !entry.contains("netloom") || entry.contains(".m2"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(File.pathSeparator, folder.resolve("classes").toString(), jar.toString(), jars),
                OpensElsewhere.class.getName(),
                model.toString(),
                "4",
                "5");
        Path said = folder.resolve("said.txt");
        builder.redirectErrorStream(true).redirectOutput(said.toFile());
        int code = builder.start().waitFor();
        List<String> lines = Files.readAllLines(said);
        assertThat(code).as(String.join("\n", lines)).isZero();
        List<Float> numbers = new ArrayList<>();
        lines.stream()
                .filter(line -> line.startsWith("says "))
                .forEach(line -> numbers.add(Float.valueOf(line.substring(5))));
        float[] all = new float[numbers.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = numbers.get(i);
        }
        return all;
    }

    private static TrainedModel trained(Design design) {
        Network network = Catalog.standard().lower(design).get();
        float[] features = new float[6 * 20];
        float[] targets = new float[6 * 2];
        for (int i = 0; i < features.length; i++) {
            features[i] = (i * 7 % 11) / 10f - 0.5f;
        }
        for (int row = 0; row < 6; row++) {
            targets[row * 2 + row % 2] = 1;
        }
        Samples samples = new Samples(input(network), 6, features, targets, 2);
        Trainer trainer = new Trainer(new TrainingJob(
                network,
                PlanForm.plan(Map.of("split", Value.of("all"), "epochs", Value.of(3L)), network.outputActivation())
                        .get(),
                samples,
                Optional.empty()));
        trainer.train(Optional.empty(), new Unwatched());
        return trainer.model().orElseThrow();
    }

    private static Shape input(Network network) {
        return network.node(network.inputs().get(0)).orElseThrow().output();
    }

    private static final class Unwatched implements TrainingWatch {
        @Override
        public void point(Series series, long iteration, int epoch, double value) {}

        @Override
        public void iterationDone(long iteration, int epoch, int samples) {}

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
