package org.netloom.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netloom.training.engine.Fixtures.dense;
import static org.netloom.training.engine.Fixtures.input;
import static org.netloom.training.engine.Fixtures.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.netloom.datasets.Samples;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.LayerType;
import org.netloom.layers.Network;
import org.netloom.layers.catalog.Catalog;

/** Derivatives pass back through every layer to those before it, whatever shape flows, alone and in series. */
@Tag("thorough")
class BackwardContractTest {

    private static final List<Shape> SHAPES = List.of(Shape.of(6), Shape.of(4, 3), Shape.of(2, 4, 4), Shape.of(1, 5));

    /** Those that disturb at random or need another kind of training. */
    private static final Set<String> APART =
            Set.of("dropout", "gaussian-noise", "real-or-generated", "vae-sampling", "spatial-dropout");

    static Stream<String> types() {
        return Catalog.standard().types().stream()
                .filter(type -> !type.arity().isSource() && !type.arity().isSink())
                .map(LayerType::id)
                .filter(id -> !APART.contains(id));
    }

    @ParameterizedTest
    @MethodSource("types")
    void passesDerivativesOnForEveryShapeThatSuits(String id) {
        int suited = 0;
        for (Shape shape : id.equals("reshape") ? List.of(Shape.of(64)) : SHAPES) {
            Design design = LayerContractTest.around(Catalog.standard().require(id), shape);
            if (Catalog.standard().infer(design).isSound()) {
                suited++;
                check(LayerContractTest.smooth(behindLearnedSlopes(design)));
            }
        }
        assertThat(suited).as("shapes that suit " + id).isPositive();
    }

    /** With parameters in front, so that what the layer passes back is seen. */
    private static Design behindLearnedSlopes(Design design) {
        List<Layer> layers = new ArrayList<>(design.layers().values());
        layers.add(Layer.of("slopes", "prelu").with("start", Value.of(0.3)));
        List<Wire> wires = new ArrayList<>(List.of(Wire.between("in", "slopes")));
        design.wires().forEach(wire -> wires.add(wire.from().equals("in") ? Wire.between("slopes", wire.to()) : wire));
        return Design.of(layers, wires);
    }

    static Map<String, Design> series() {
        Layer codes = input(1, 4);
        Layer embedding = Layer.of("embed", "embedding").with("vocabulary", 5).with("size", 6);
        Layer positions = Layer.of("positions", "positional-encoding").with("kind", "learned");
        return Map.ofEntries(
                Map.entry(
                        "two attentions",
                        Design.chain(input(4, 3), attention("a", 2), attention("b", 4), flat(), output(2, "softmax"))),
                Map.entry(
                        "norm after attention after norm",
                        Design.chain(
                                input(4, 3),
                                Layer.of("n1", "layer-norm"),
                                attention("a", 2).with("causal", Value.of(true)),
                                Layer.of("n2", "layer-norm"),
                                flat(),
                                output(2, "softmax"))),
                Map.entry(
                        "attention after recurrent",
                        Design.chain(
                                input(3, 3),
                                Layer.of("gru", "gru").with("units", 4).with("returns", "all"),
                                attention("a", 2),
                                Layer.of("last", "last-step"),
                                output(2, "softmax"))),
                Map.entry(
                        "recurrent after attention",
                        Design.chain(
                                input(4, 3),
                                Layer.of("self", "self-attention"),
                                Layer.of("lstm", "lstm").with("units", 3),
                                output(2, "softmax"))),
                Map.entry(
                        "causal language model",
                        Design.chain(
                                codes,
                                embedding,
                                positions,
                                attention("a", 3).with("causal", Value.of(true)),
                                dense("ff", 5, "gelu"),
                                Layer.of("n", "layer-norm"),
                                output(3, "softmax"))),
                Map.entry(
                        "output without bias at each step",
                        Design.chain(
                                input(3, 4),
                                dense("before", 4, "tanh"),
                                output(2, "softmax").with("bias", Value.of(false)))),
                Map.entry(
                        "attention to pixels",
                        Design.chain(
                                input(1, 4, 4),
                                Layer.of("patches", "conv2d").with("filters", 4).with("activation", "tanh"),
                                Layer.of("n", "layer-norm"),
                                Layer.of("turn", "permute").with("order", Value.dims(2, 3, 1)),
                                flat(),
                                output(2, "softmax"))),
                Map.entry("cross-attention", crossAttention()),
                Map.entry("encoder block", encoderBlock()));
    }

    static Stream<String> seriesNames() {
        return series().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("seriesNames")
    void passesDerivativesThroughSeries(String name) {
        Design design = series().get(name);
        assertThat(Catalog.standard().infer(design).problems()).isEmpty();
        check(design);
    }

    private static Layer attention(String id, long heads) {
        return Layer.of(id, "multi-head-attention").with("heads", heads);
    }

    private static Layer flat() {
        return Layer.of("flat", "flatten");
    }

    static Design crossAttention() {
        return Design.of(
                List.of(
                        input(4, 5),
                        dense("query", 4, "tanh"),
                        Layer.of("memory", "gru").with("units", 3).with("returns", "all"),
                        attention("cross", 2),
                        flat(),
                        output(2, "softmax")),
                List.of(
                        Wire.between("in", "query"),
                        Wire.between("in", "memory"),
                        Wire.between("query", "cross"),
                        Wire.between("memory", "cross"),
                        Wire.between("cross", "flat"),
                        Wire.between("flat", "out")));
    }

    /** Twice: x + attention(norm(x)), then + dense(dense(norm(·))). */
    static Design encoderBlock() {
        List<Layer> layers = new ArrayList<>(List.of(input(4, 3), flat(), output(2, "softmax")));
        List<Wire> wires = new ArrayList<>();
        String x = "in";
        for (int i = 0; i < 2; i++) {
            layers.add(Layer.of("n" + i, "layer-norm"));
            layers.add(attention("a" + i, 2));
            layers.add(Layer.of("r" + i, "add"));
            layers.add(Layer.of("m" + i, "layer-norm"));
            layers.add(dense("f" + i, 5, "gelu"));
            layers.add(dense("g" + i, 4, "identity"));
            layers.add(Layer.of("s" + i, "add"));
            wires.addAll(List.of(
                    Wire.between(x, "n" + i),
                    Wire.between("n" + i, "a" + i),
                    Wire.between(x, "r" + i),
                    Wire.between("a" + i, "r" + i),
                    Wire.between("r" + i, "m" + i),
                    Wire.between("m" + i, "f" + i),
                    Wire.between("f" + i, "g" + i),
                    Wire.between("r" + i, "s" + i),
                    Wire.between("g" + i, "s" + i)));
            x = "s" + i;
        }
        wires.addAll(List.of(Wire.between(x, "flat"), Wire.between("flat", "out")));
        return Design.of(layers, wires);
    }

    /** Fused passes for floats give what the plain ones for doubles do. */
    @ParameterizedTest
    @ValueSource(strings = {"relu", "identity", "tanh"})
    void floatsGiveTheGradientsThatDoublesDo(String activation) {
        Network network = Fixtures.network(
                input(4, 6),
                dense("a", 5, activation),
                Layer.of("n", "layer-norm"),
                attention("m", 5),
                dense("b", 3, activation).with("bias", Value.of(false)),
                output(2, "softmax"));
        Samples samples = Fixtures.drawn(Shape.of(4, 6), Shape.of(2, 6), 8, 0);
        double[] floats = gradient(network, samples, DataType.FLOAT);
        double[] doubles = gradient(network, samples, DataType.DOUBLE);

        for (int i = 0; i < floats.length; i++) {
            assertThat(floats[i]).isCloseTo(doubles[i], within(2e-5));
        }
    }

    private static double[] gradient(Network network, Samples samples, DataType type) {
        Lowered lowered = Lowering.lower(network, Fixtures.plan(network), Purpose.TRAINING, type);
        ComputationGraph graph = new ComputationGraph(lowered.configuration());
        graph.init();
        InitialWeights.set(graph, lowered, 5);
        graph.initGradientsView();
        graph.setInput(
                0, Nd4j.create(samples.features(), new long[] {8, 4, 6}, 'c').castTo(type));
        graph.setLabel(
                0, Nd4j.create(samples.targets(), new long[] {8, 2, 6}, 'c').castTo(type));
        graph.computeGradientAndScore();
        return graph.getGradientsViewArray().castTo(DataType.DOUBLE).toDoubleVector();
    }

    private static void check(Design design) {
        Network network = Catalog.standard().lower(design).get();
        Shape shape = network.node(network.inputs().get(0)).orElseThrow().output();
        Shape given = network.node(network.outputs().get(0)).orElseThrow().output();
        GradientCheck.check(network, Fixtures.plan(network), Fixtures.drawn(shape, given, 3, hasCodes(design) ? 5 : 0));
    }

    private static boolean hasCodes(Design design) {
        return design.layers().values().stream().anyMatch(layer -> layer.type().equals("embedding"));
    }
}
