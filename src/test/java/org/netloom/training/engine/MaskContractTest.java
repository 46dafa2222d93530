package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.datasets.Samples;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.LayerType;
import org.netloom.layers.Network;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.TrainingJob;

/** What lies behind the end of a sequence changes neither predictions nor gradients. */
class MaskContractTest {

    private static final Shape.Sequence SHAPE = new Shape.Sequence(4, 6);
    private static final int ROWS = 3;
    private static final int[] LENGTHS = {6, 3, 1};

    /** Those that mix steps whatever they mean, and those that disturb at random. */
    private static final Set<String> APART = Set.of(
            "flatten",
            "reshape",
            "permute",
            "conv1d",
            "max-pool1d",
            "average-pool1d",
            "batch-norm",
            "dropout",
            "gaussian-noise",
            "repeat-vector",
            "real-or-generated",
            "vae-sampling");

    static Stream<String> types() {
        return Catalog.standard().types().stream()
                .filter(type -> !type.arity().isSource() && !type.arity().isSink())
                .map(LayerType::id)
                .filter(id -> !APART.contains(id))
                .filter(id -> Catalog.standard().infer(around(id)).isSound())
                .filter(id -> keepsSteps(around(id)));
    }

    /** Where the number of steps changes, there is no saying which of them count. */
    private static boolean keepsSteps(Design design) {
        Shape given =
                Catalog.standard().infer(design).facts("subject").orElseThrow().output();
        return !(given instanceof Shape.Sequence sequence) || sequence.steps() == SHAPE.steps();
    }

    /** Between a layer and an output with parameters of their own, whose gradients tell. */
    private static Design around(String id) {
        Design around = LayerContractTest.around(Catalog.standard().require(id), SHAPE);
        return around.withoutLayers(Set.of("flat"))
                .withWires(List.of(org.netloom.design.Wire.between("subject", "out")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void paddingChangesNothing(String id) {
        Design design = LayerContractTest.smooth(around(id));
        assertPaddingChangesNothing(Catalog.standard().lower(design).get());
    }

    @Test
    void paddingChangesNothingThroughATransformer() {
        assertPaddingChangesNothing(Fixtures.network(
                input(4, 6),
                Layer.of("positions", "positional-encoding"),
                Layer.of("attention", "multi-head-attention").with("heads", 2),
                Layer.of("norm", "layer-norm"),
                dense("ff", 5, "gelu"),
                Layer.of("self", "self-attention"),
                Layer.of("pool", "global-pool"),
                output(2, "softmax")));
    }

    private static void assertPaddingChangesNothing(Network network) {
        Shape given = network.node(network.outputs().get(0)).orElseThrow().output();
        Samples plain = withLengths(Fixtures.drawn(SHAPE, given, ROWS, 0));
        Samples changed = withOtherPadding(plain);
        Look one = look(network, plain);
        Look other = look(network, changed);

        assertThat(other.score()).isEqualTo(one.score());
        assertThat(other.gradient()).isEqualTo(one.gradient());
        assertThat(other.predicted()).isEqualTo(one.predicted());
    }

    private record Look(double score, float[] gradient, float[] predicted) {}

    private static Look look(Network network, Samples samples) {
        TrainingJob job = Fixtures.job(network, plan(network, "loss", "mse", "epochs", 1), samples);
        Engine engine = new Engine(job);
        ComputationGraph graph = engine.graph();
        Batches.Batch batch = engine.batches(samples).gather(null, 0, ROWS);
        graph.setInputs(batch.inputs());
        graph.setLabels(batch.targets());
        graph.setLayerMaskArrays(batch.inputMasks(), batch.targetMasks());
        graph.computeGradientAndScore();
        float[] gradient = NativeArrays.floats(graph.getGradientsViewArray());
        float[] predicted = new TrainedModel(job, engine, 0, 0).predict(samples.features(), ROWS, samples.lengths());
        return new Look(graph.score(), gradient, counting(predicted, network));
    }

    /** Without the predictions at steps that are padding. */
    private static float[] counting(float[] predicted, Network network) {
        Shape given = network.node(network.outputs().get(0)).orElseThrow().output();
        if (given instanceof Shape.Sequence(long units, long steps)) {
            float[] kept = predicted.clone();
            for (int i = 0; i < kept.length; i++) {
                int row = i / (int) (units * steps);
                kept[i] = i % steps < LENGTHS[row] ? kept[i] : 0;
            }
            return kept;
        }
        return predicted;
    }

    private static Samples withLengths(Samples samples) {
        return new Samples(samples.input(), ROWS, samples.features(), samples.targets(), samples.targetSize(), LENGTHS);
    }

    private static Samples withOtherPadding(Samples samples) {
        float[] features = samples.features().clone();
        for (int i = 0; i < features.length; i++) {
            int row = i / (int) SHAPE.size();
            if (i % SHAPE.steps() >= LENGTHS[row]) {
                features[i] += 3 + i % 5;
            }
        }
        return new Samples(samples.input(), ROWS, features, samples.targets(), samples.targetSize(), LENGTHS);
    }

    @Test
    void anEmbeddingLeavesOutTheStepsWithCodeZeroIfAsked() {
        Network network = Fixtures.network(
                input(1, 3),
                Layer.of("embed", "embedding")
                        .with("vocabulary", 4)
                        .with("size", 3)
                        .with("maskZero", Value.of(true)),
                output(2, "softmax"));
        Samples samples = new Samples(
                Shape.of(1, 3), 2, new float[] {1, 2, 0, 3, 0, 0}, new float[] {1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0}, 6);
        Engine engine = new Engine(Fixtures.job(network, plan(network, "epochs", 1), samples));
        Batches.Batch batch = engine.batches(samples).gather(null, 0, 2);
        INDArray[] masks = java.util.Objects.requireNonNull(batch.targetMasks());

        assertThat(NativeArrays.floats(masks[0])).containsExactly(1, 1, 0, 1, 0, 0);
        engine.step(batch, 0, 0);
        assertThat(engine.loss().counted()).isEqualTo(3);
    }
}
