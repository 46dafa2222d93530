package org.netloom.training.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.datasets.Samples;
import org.netloom.datasets.Target;
import org.netloom.design.Shape;
import org.netloom.training.Evaluation;
import org.netloom.training.TrainingJob;

/** A network with the weights that training gave it. */
public final class TrainedModel {

    private static final int ROWS_AT_ONCE = 512;

    private final TrainingJob job;
    private final Engine engine;
    private final long iteration;
    private final int epoch;
    private final Judge judge;

    TrainedModel(TrainingJob job, Engine engine, long iteration, int epoch, Judge judge) {
        this.job = job;
        this.engine = engine;
        this.iteration = iteration;
        this.epoch = epoch;
        this.judge = judge;
    }

    Engine engine() {
        return engine;
    }

    /** Trained numbers, in the engine's order. */
    public float[] parameters() {
        return engine.parameters();
    }

    /** Weights of the layer with this name, one row for each input; empty if it has none. */
    public float[] weights(String layer) {
        return named(layer + "_W");
    }

    /** Biases of the layer with this name; empty if it has none. */
    public float[] biases(String layer) {
        return named(layer + "_b");
    }

    private float[] named(String key) {
        INDArray numbers = engine.graph().paramTable().get(key);
        return numbers == null ? new float[0] : NativeArrays.floats(numbers);
    }

    /**
     * Predictions for {@code count} rows of inputs, both row-major.
     *
     * @param rows {@code count × input size} numbers
     * @return {@code count × output size} numbers
     */
    public float[] predict(float[] rows, int count) {
        return predict(engine.graph(), engine.lowered(), rows, count);
    }

    private static float[] predict(ComputationGraph graph, Lowered lowered, float[] rows, int count) {
        Shape input = lowered.input();
        int width = Math.toIntExact(input.size());
        int units = Math.toIntExact(lowered.units());
        float[] predicted = new float[count * units];
        for (int from = 0; from < count; from += ROWS_AT_ONCE) {
            int size = Math.min(ROWS_AT_ONCE, count - from);
            INDArray batch = NativeArrays.lasting(Batches.withBatch(size, input));
            NativeArrays.floatPointer(batch).put(rows, from * width, size * width);
            float[] some = NativeArrays.floats(graph.outputSingle(false, batch));
            System.arraycopy(some, 0, predicted, from * units, some.length);
        }
        return predicted;
    }

    /** Measures the predictions for samples; {@code target} tells classes from numbers. */
    public Evaluation evaluate(Samples samples, Target target) {
        float[] predicted = predict(samples.features(), samples.count());
        return switch (target) {
            case Target.Classes classes ->
                Evaluation.ofClasses(
                        classes.names(),
                        samples.targets(),
                        predicted,
                        samples.targetSize(),
                        judge == Judge.SIGN ? 0 : 0.5);
            case Target.ClassesPerStep classes ->
                Evaluation.ofClassesPerStep(
                        classes,
                        samples.targets(),
                        predicted,
                        samples.targetSize(),
                        samples.lengths(),
                        judge == Judge.SIGN ? 0 : 0.5);
            case Target.Numbers numbers ->
                Evaluation.ofNumbers(numbers.names(), samples.targets(), predicted, samples.targetSize());
        };
    }

    /**
     * Writes a zip that plain DL4J opens with {@code ModelSerializer.restoreComputationGraph}, optimizer state included. Loss,
     * optimizer and schedule are DL4J's own; see {@link #downloadNotes} for what differs.
     */
    public void saveDl4j(OutputStream out) throws IOException {
        Lowered standard = Lowering.lower(job.network(), job.plan(), Purpose.DOWNLOAD);
        standard.configuration().setIterationCount((int) iteration);
        standard.configuration().setEpochCount(epoch);
        ComputationGraph graph = new ComputationGraph(standard.configuration());
        graph.init();
        NativeArrays.write(engine.parameters(), graph.params());
        engine.descent().copyMemoryTo(graph);
        ModelSerializer.writeModel(graph, out, true);
    }

    /** Where training the downloaded file further with plain DL4J would differ from Netloom; empty if nowhere. */
    public List<String> downloadNotes() {
        return DownloadNotes.of(job.plan());
    }

    /**
     * Opens a zip of {@link #saveDl4j} anew and compares its predictions with this network's.
     *
     * @return the largest absolute difference
     */
    public double proveDl4j(InputStream zip, Samples samples) throws IOException {
        ComputationGraph reopened = ModelSerializer.restoreComputationGraph(zip, true);
        float[] theirs = predict(reopened, engine.lowered(), samples.features(), samples.count());
        float[] ours = predict(samples.features(), samples.count());
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            double difference = Math.abs((double) ours[i] - theirs[i]);
            largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
        }
        return largest;
    }

    /** Writes to memory and proves it; for small networks and tests. */
    double proveDl4j(Samples samples) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        saveDl4j(bytes);
        return proveDl4j(new ByteArrayInputStream(bytes.toByteArray()), samples);
    }
}
