package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.job;
import static org.netloom.training.engine.Fixtures.network;
import static org.netloom.training.engine.Fixtures.output;
import static org.netloom.training.engine.Fixtures.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.netloom.datasets.Samples;
import org.netloom.design.Design;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Wire;
import org.netloom.layers.Activation;
import org.netloom.layers.LayerType;
import org.netloom.layers.Network;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.Loss;
import org.netloom.training.Series;
import org.netloom.training.TrainingEnd;

/** What every layer of the catalog promises, those to come included. */
class LayerContractTest {

    private static final int ROWS = 4;

    static Stream<String> types() {
        return Catalog.standard().types().stream().map(LayerType::id);
    }

    /** A sound design round a layer with its defaults; tries inputs of several shapes until one suits it. */
    private static Design around(String id) {
        LayerType type = Catalog.standard().require(id);
        for (Shape shape : List.of(
                Shape.of(5), Shape.of(64), Shape.of(2, 6, 6), Shape.of(1, 8, 8), Shape.of(3, 28, 28), Shape.of(4, 6))) {
            Design design = around(type, shape);
            if (Catalog.standard().infer(design).isSound()) {
                return design;
            }
        }
        throw new AssertionError("No input suits " + id + ": "
                + Catalog.standard().infer(around(type, Shape.of(5))).problems());
    }

    static Design around(LayerType type, Shape shape) {
        Layer source = Layer.of("in", "input").with("shape", new org.netloom.design.Value.Dims(shape.dims()));
        if (type.arity().isSource()) {
            return Design.chain(Layer.of("subject", type.id()), Layer.of("flat", "flatten"), output(2, "softmax"));
        }
        if (type.arity().isSink()) {
            return Design.chain(source, Layer.of("flat", "flatten"), Layer.of("subject", type.id()));
        }
        Layer subject = Layer.of("subject", type.id());
        Layer flat = Layer.of("flat", "flatten");
        List<Layer> layers = new ArrayList<>(List.of(source, subject, flat, output(2, "softmax")));
        List<Wire> wires = new ArrayList<>();
        if (type.arity().least() == 1) {
            wires.add(Wire.between("in", "subject"));
        }
        for (int i = 0; i < type.arity().least() && type.arity().least() > 1; i++) {
            layers.add(Layer.of("branch" + i, "activation").with("activation", "tanh"));
            wires.add(Wire.between("in", "branch" + i));
            wires.add(Wire.between("branch" + i, "subject"));
        }
        wires.add(Wire.between("subject", "flat"));
        wires.add(Wire.between("flat", "out"));
        return Design.of(layers, wires);
    }

    @ParameterizedTest
    @MethodSource("types")
    void defaultsAreValid(String id) {
        LayerType type = Catalog.standard().require(id);
        assertThat(new Settings(type.parameters(), Map.of()).problems()).isEmpty();
        type.parameters().forEach(parameter -> {
            if (parameter.defaultValue() != null) {
                assertThat(new Settings(type.parameters(), Map.of(parameter.name(), parameter.defaultValue()))
                                .problems())
                        .as(parameter.name())
                        .isEmpty();
            }
        });
        assertThat(type.summary(new Settings(type.parameters(), Map.of()))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("types")
    void declaredShapesAndParameterCountsAreTheEngines(String id) {
        assertEngineAgrees(around(id));
    }

    static void assertEngineAgrees(Design design) {
        Inference inference = Catalog.standard().infer(design);
        Network network = Catalog.standard().lower(design).get();
        Lowered lowered = Lowering.lower(network, plan(network), Purpose.DOWNLOAD);
        // Asking DL4J for its types changes the configuration that is asked.
        Map<String, InputType> declared = isDeclaredWrong(network)
                ? Map.of()
                : Lowering.lower(network, plan(network), Purpose.DOWNLOAD)
                        .configuration()
                        .getLayerActivationTypes(false, inputType(lowered.input()));
        ComputationGraph graph = new ComputationGraph(lowered.configuration());
        graph.init();
        Map<String, INDArray> built =
                graph.feedForward(NativeArrays.lasting(Batches.withBatch(ROWS, lowered.input())), false);
        lowered.outputs().forEach((node, vertex) -> {
            Shape inferred = inference.facts(node).orElseThrow().output();
            assertThat(built.get(vertex).shape()).as(node).containsExactly(Batches.withBatch(ROWS, inferred));
            if (declared.containsKey(vertex)) {
                long[] engines = declared.get(vertex).getShape(false);
                assertThat(engines).as(node).hasSameSizeAs(inferred.dims());
                for (int i = 0; i < engines.length; i++) {
                    // DL4J does not know how many steps a reshaped sequence has.
                    assertThat(engines[i]).as(node).isIn(-1L, inferred.dims().get(i));
                }
            }
        });
        long parameters = lowered.configuration().getVertices().values().stream()
                .mapToLong(vertex -> vertex.numParams(true))
                .sum();
        assertThat(parameters).isEqualTo(inference.parameters());
    }

    /**
     * DL4J declares a global pooling over steps to be a sequence still, and one channel too few where some are taken of a picture; so
     * all that comes after it is declared wrong. It builds them right.
     */
    private static boolean isDeclaredWrong(Network network) {
        return network.nodes().stream().flatMap(node -> node.ops().stream()).anyMatch(op -> switch (op) {
            case org.netloom.layers.Op.GlobalPool pool -> pool.input() instanceof Shape.Sequence;
            case org.netloom.layers.Op.Take take -> take.from() instanceof Shape.Image;
            default -> false;
        });
    }

    private static InputType inputType(Shape shape) {
        return switch (shape) {
            case Shape.Vector vector -> InputType.feedForward(vector.features());
            case Shape.Image image -> InputType.convolutional(image.height(), image.width(), image.channels());
            case Shape.Sequence sequence -> InputType.recurrent(sequence.features(), sequence.steps());
        };
    }

    /** All but Noise, behind which nothing is known to learn. */
    static Stream<String> fedByData() {
        return types().filter(id -> !id.equals("noise"));
    }

    @ParameterizedTest
    @MethodSource("fedByData")
    void oneStepIsFinite(String id) {
        assertOneFiniteStep(Catalog.standard().lower(around(id)).get(), 1);
    }

    static void assertOneFiniteStep(Network network, long seed) {
        Shape input = network.node(network.inputs().get(0)).orElseThrow().output();
        int units = (int)
                network.node(network.outputs().get(0)).orElseThrow().output().size();
        Samples drawn = Fixtures.clouds(input, 2, ROWS, seed);
        float[] targets = new float[ROWS * units];
        for (int row = 0; row < ROWS; row++) {
            targets[row * units + row % units] = 1;
        }
        Samples samples = new Samples(input, ROWS, drawn.features(), targets, units);
        Fixtures.Recorder watch = new Fixtures.Recorder();
        Trainer trainer = new Trainer(job(network, plan(network, "loss", "mse", "epochs", 1), samples, samples));
        TrainingEnd end = trainer.train(Optional.empty(), watch);
        assertThat(end).isInstanceOf(TrainingEnd.Finished.class);
        assertThat(watch.values(Series.VALIDATION_LOSS))
                .singleElement()
                .satisfies(loss -> assertThat(loss).isFinite());
        for (float parameter : trainer.model().orElseThrow().parameters()) {
            assertThat(parameter).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void gradientsAgreeWithFiniteDifferences(String id) {
        Design design = around(id);
        if (id.equals("dropout")) {
            design = design.withLayer(design.require("subject").with("rate", org.netloom.design.Value.of(0.0)));
        }
        Network network = Catalog.standard().lower(smooth(design)).get();
        Shape shape = network.node(network.inputs().get(0)).orElseThrow().output();
        int units = (int)
                network.node(network.outputs().get(0)).orElseThrow().output().size();
        check(network, "auto", shape, units);
    }

    /**
     * ReLU's corner is no place for finite differences: where a layer has an activation, tanh stands in. A few units show as much as
     * many, and the slopes by each of them are not lost in rounding.
     */
    static Design smooth(Design design) {
        Layer subject = design.require("subject");
        List<String> parameters = Catalog.standard().require(subject.type()).parameters().stream()
                .map(Parameter::name)
                .toList();
        if (parameters.contains("activation")) {
            subject = subject.with("activation", "tanh");
        }
        if (parameters.contains("units")) {
            subject = subject.with("units", 5);
        }
        if (parameters.contains("filters")) {
            subject = subject.with("filters", 3);
        }
        if (parameters.contains("deviation")) {
            subject = subject.with("deviation", org.netloom.design.Value.of(0.0));
        }
        return design.withLayer(subject);
    }

    @ParameterizedTest
    @EnumSource
    void everyActivationsGradientAgrees(Activation.Kind kind) {
        Network network = network(input(4), dense("hidden", 5, kind.id()), output(3, "identity"));
        check(network, "mse", Shape.of(4), 3);
        if (kind != Activation.Kind.THRESHOLDED_RELU) {
            check(network(input(4), dense("hidden", 5, "tanh"), output(3, kind.id())), "mse", Shape.of(4), 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLosssGradientAgrees(Loss loss) {
        List<String> outputs = switch (loss) {
            case CROSS_ENTROPY, KL_DIVERGENCE -> List.of("softmax", "sigmoid");
            case BINARY_CROSS_ENTROPY -> List.of("sigmoid", "softmax");
            case SQUARED_LOG_ERROR, POISSON -> List.of("softplus");
            case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HINGE, SQUARED_HINGE, COSINE_PROXIMITY ->
                List.of("identity", "tanh");
        };
        for (String activation : outputs) {
            check(network(input(4), dense("hidden", 5, "tanh"), output(3, activation)), loss.id(), Shape.of(4), 3);
        }
    }

    static void check(Network network, String loss, Shape shape, int units) {
        Draws draws = Draws.of(11, 1, 1);
        double[] inputs = new double[ROWS * (int) shape.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = draws.normal();
        }
        double[] targets = new double[ROWS * units];
        for (int row = 0; row < ROWS; row++) {
            targets[row * units + row % units] = 1;
        }
        GradientCheck.check(network, plan(network, "loss", loss), Batches.withBatch(ROWS, shape), inputs, targets);
    }
}
