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
import org.netloom.layers.Network;
import org.netloom.layers.Op;
import org.netloom.training.Evaluation;
import org.netloom.training.Roles;
import org.netloom.training.TrainingJob;
import org.netloom.training.TrainingPlan;
import org.netloom.training.engine.dl4j.OwnLayer;

/** A network with the weights that training gave it. */
public final class TrainedModel {

    private final TrainingPlan plan;
    private final Roles roles;
    private final Network network;
    private final ComputationGraph graph;
    private final Descent descent;
    private final Judge judge;
    private final Predictions predictions;
    private final long iteration;
    private final int epoch;

    TrainedModel(TrainingJob job, Engine engine, long iteration, int epoch) {
        this(
                job.plan(),
                new Player(job.network(), engine.lowered(), engine.graph(), engine.descent()),
                job.roles(),
                engine.judge(),
                iteration,
                epoch);
    }

    TrainedModel(TrainingPlan plan, Player player, Roles roles, long iteration, int epoch) {
        this(plan, player, roles, Judge.NONE, iteration, epoch);
    }

    private TrainedModel(TrainingPlan plan, Player player, Roles roles, Judge judge, long iteration, int epoch) {
        this.plan = plan;
        this.roles = roles;
        this.network = player.network();
        this.graph = player.graph();
        this.descent = player.descent();
        this.judge = judge;
        this.predictions = new Predictions(network, roles);
        this.iteration = iteration;
        this.epoch = epoch;
    }

    ComputationGraph graph() {
        return graph;
    }

    /** What was trained; a committee is a network of its own. */
    public Network network() {
        return network;
    }

    /** Trained numbers, in the engine's order. */
    public float[] parameters() {
        return descent.weights();
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
        INDArray numbers = graph.paramTable().get(key);
        return numbers == null ? new float[0] : NativeArrays.floats(numbers);
    }

    /** Numbers that {@link #predict} gives for one example. */
    public int predictedSize() {
        return roles.judged().stream().mapToInt(Roles.Goal::size).sum();
    }

    /**
     * Predictions of the output that is evaluated (of all that share the target) for {@code count} rows of inputs, both
     * row-major.
     *
     * @param rows {@code count × input size} numbers
     * @return {@code count ×} {@link #predictedSize} numbers
     */
    public float[] predict(float[] rows, int count) {
        return predict(rows, count, new int[0]);
    }

    /** @param lengths steps of each row that count; empty if all do */
    public float[] predict(float[] rows, int count, int[] lengths) {
        List<float[]> all = predictions.of(graph, rows, count, lengths);
        List<Roles.Goal> judged = roles.judged();
        if (judged.size() == 1) {
            return all.get(indexOf(judged.get(0)));
        }
        int width = predictedSize();
        float[] joined = new float[count * width];
        int column = 0;
        for (Roles.Goal goal : judged) {
            float[] part = all.get(indexOf(goal));
            for (int row = 0; row < count; row++) {
                System.arraycopy(part, row * goal.size(), joined, row * width + column, goal.size());
            }
            column += goal.size();
        }
        return joined;
    }

    private int indexOf(Roles.Goal goal) {
        return network.outputs().indexOf(goal.node());
    }

    /** Measures the predictions for samples; {@code target} tells classes from numbers. */
    public Evaluation evaluate(Samples samples, Target target) {
        float[] predicted = predict(samples.features(), samples.count(), samples.lengths());
        Roles.Goal goal = roles.judged().get(0);
        if (goal.with() == Op.Compare.With.INPUT) {
            return Evaluation.ofReconstructions(samples.input(), samples.features(), predicted);
        }
        int columns = predictedSize();
        float[] wanted = goal.whole() && columns < samples.targetSize()
                ? columns(samples, goal.from(), columns)
                : samples.targets();
        double threshold = judge == Judge.SIGN ? 0 : 0.5;
        return switch (target) {
            case Target.Classes classes -> Evaluation.ofClasses(classes.names(), wanted, predicted, columns, threshold);
            case Target.ClassesPerStep classes ->
                Evaluation.ofClassesPerStep(classes, wanted, predicted, columns, samples.lengths(), threshold);
            case Target.Numbers numbers -> Evaluation.ofNumbers(numbers.names(), wanted, predicted, columns);
        };
    }

    private static float[] columns(Samples samples, int from, int columns) {
        float[] some = new float[samples.count() * columns];
        for (int row = 0; row < samples.count(); row++) {
            System.arraycopy(samples.targets(), row * samples.targetSize() + from, some, row * columns, columns);
        }
        return some;
    }

    /**
     * Writes a zip that plain DL4J opens with {@code ModelSerializer.restoreComputationGraph}, optimizer state included. Loss,
     * optimizer and schedule are DL4J's own; see {@link #downloadNotes} for what differs.
     */
    public void saveDl4j(OutputStream out) throws IOException {
        Lowered standard = Lowering.lower(network, plan, Purpose.DOWNLOAD);
        standard.configuration().setIterationCount((int) iteration);
        standard.configuration().setEpochCount(epoch);
        ComputationGraph graph = new ComputationGraph(standard.configuration());
        graph.init();
        NativeArrays.write(descent.weights(), graph.params());
        descent.copyMemoryTo(graph);
        ModelSerializer.writeModel(graph, out, true);
    }

    /** Where training the downloaded file further with plain DL4J would differ from Netloom; empty if nowhere. */
    public List<String> downloadNotes() {
        return DownloadNotes.of(network, plan, needsLayers());
    }

    /** Whether the file holds layers that DL4J does not know, so that it needs the small jar with ours to be opened. */
    public boolean needsLayers() {
        return Lowering.lower(network, plan, Purpose.DOWNLOAD)
                .configuration()
                .toJson()
                .contains(OwnLayer.class.getPackageName());
    }

    /**
     * Opens a zip of {@link #saveDl4j} anew and compares its predictions with this network's.
     *
     * @return the largest absolute difference
     */
    public double proveDl4j(InputStream zip, Samples samples) throws IOException {
        return proveDl4j(zip, samples.features(), samples.count(), samples.lengths());
    }

    /** The same for {@code count} rows of inputs. */
    public double proveDl4j(InputStream zip, float[] rows, int count) throws IOException {
        return proveDl4j(zip, rows, count, new int[0]);
    }

    private double proveDl4j(InputStream zip, float[] rows, int count, int[] lengths) throws IOException {
        ComputationGraph reopened = ModelSerializer.restoreComputationGraph(zip, true);
        List<float[]> theirs = predictions.of(reopened, rows, count, lengths);
        List<float[]> ours = predictions.of(graph, rows, count, lengths);
        double largest = 0;
        for (int output = 0; output < ours.size(); output++) {
            for (int i = 0; i < ours.get(output).length; i++) {
                double difference = Math.abs((double) ours.get(output)[i] - theirs.get(output)[i]);
                largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
            }
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
