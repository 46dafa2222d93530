package org.netloom.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.design.Exposed;
import org.netloom.design.Layer;
import org.netloom.design.Value;
import org.netloom.design.Wire;

/** The blocks that come with Netloom. A design that uses one carries a copy of its own. */
public final class StandardBlocks {

    private static final double ROW = 140;
    private static final double COLUMN = 240;
    private static final Value NONE = Value.of("identity");

    /** @param help one or two sentences: what it does and when to use it */
    public record Standard(Block block, String help) {}

    private StandardBlocks() {}

    /** Those whose layers are all in the catalog. */
    public static List<Standard> of(LayerCatalog catalog) {
        return all().stream()
                .filter(standard -> standard.block().inside().layers().values().stream()
                        .allMatch(layer ->
                                Block.isEnd(layer) || catalog.type(layer.type()).isPresent()))
                .toList();
    }

    public static List<Standard> all() {
        return List.of(residual(), projection(), inception(), transformer());
    }

    /** After He et al., “Deep Residual Learning for Image Recognition”, 2015, figure 5 left. */
    static Standard residual() {
        Drawing drawing = new Drawing();
        branch(drawing, Map.of());
        drawing.put("add", "add", 0, 6, Map.of()).wire("norm2", "add").wire("in1", "add");
        closing(drawing);
        return new Standard(
                drawing.block("residual", "Residual", List.of(filters("conv1", "conv2"), kernel())),
                "Two convolutions whose result is added to what went in, so that gradients find a short way back. "
                        + "Filters are as many as the input has channels.");
    }

    /** The same with a learned way past: for where the number of channels or the size of the picture changes. */
    static Standard projection() {
        Drawing drawing = new Drawing();
        Value two = Value.dims(2, 2);
        branch(drawing, Map.of("stride", two));
        drawing.put(
                        "project",
                        "conv2d",
                        1,
                        4,
                        Map.of(
                                "kernel",
                                Value.dims(1, 1),
                                "stride",
                                two,
                                "padding",
                                Value.of("same"),
                                "activation",
                                NONE))
                .wire("in1", "project")
                .put("normProject", "batch-norm", 1, 5, Map.of())
                .wire("project", "normProject")
                .put("add", "add", 0, 6, Map.of())
                .wire("norm2", "add")
                .wire("normProject", "add");
        closing(drawing);
        return new Standard(
                drawing.block(
                        "residual-projection",
                        "Residual with projection",
                        List.of(
                                filters("conv1", "conv2", "project"),
                                kernel(),
                                exposed("stride", "Stride", "stride", "conv1", "project"))),
                "A residual block that may change the number of channels and the size of the picture: a 1×1 convolution "
                        + "brings the input to the shape of the result.");
    }

    private static void branch(Drawing drawing, Map<String, Value> first) {
        Map<String, Value> plain = Map.of("padding", Value.of("same"), "activation", NONE);
        Map<String, Value> strided = new java.util.LinkedHashMap<>(plain);
        strided.putAll(first);
        drawing.input("in1", 0, 0)
                .put("conv1", "conv2d", 0, 1, strided)
                .put("norm1", "batch-norm", 0, 2, Map.of())
                .put("relu1", "activation", 0, 3, Map.of("activation", Value.of("relu")))
                .put("conv2", "conv2d", 0, 4, plain)
                .put("norm2", "batch-norm", 0, 5, Map.of())
                .chain("in1", "conv1", "norm1", "relu1", "conv2", "norm2");
    }

    private static void closing(Drawing drawing) {
        drawing.put("relu2", "activation", 0, 7, Map.of("activation", Value.of("relu")))
                .output("out1", 0, 8)
                .chain("add", "relu2", "out1");
    }

    /** After Szegedy et al., “Going Deeper with Convolutions”, 2014, figure 2 b. */
    static Standard inception() {
        Drawing drawing = new Drawing();
        drawing.input("in1", 1.5, 0)
                .put("conv1x1", "conv2d", 0, 2, convolution(1, 16))
                .put("reduce3x3", "conv2d", 1, 1, convolution(1, 16))
                .put("conv3x3", "conv2d", 1, 2, convolution(3, 32))
                .put("reduce5x5", "conv2d", 2, 1, convolution(1, 8))
                .put("conv5x5", "conv2d", 2, 2, convolution(5, 16))
                .put(
                        "pool",
                        "max-pool2d",
                        3,
                        1,
                        Map.of(
                                "pool", Value.dims(3, 3),
                                "stride", Value.dims(1, 1),
                                "padding", Value.of("same")))
                .put("convPool", "conv2d", 3, 2, convolution(1, 16))
                .put("join", "concatenate", 1.5, 3, Map.of())
                .output("out1", 1.5, 4)
                .chain("in1", "conv1x1", "join")
                .chain("in1", "reduce3x3", "conv3x3", "join")
                .chain("in1", "reduce5x5", "conv5x5", "join")
                .chain("in1", "pool", "convPool", "join")
                .chain("join", "out1");
        return new Standard(
                drawing.block(
                        "inception",
                        "Inception",
                        List.of(
                                exposed("filters1", "Filters 1×1", "filters", "conv1x1"),
                                exposed("reduce3", "Filters before 3×3", "filters", "reduce3x3"),
                                exposed("filters3", "Filters 3×3", "filters", "conv3x3"),
                                exposed("reduce5", "Filters before 5×5", "filters", "reduce5x5"),
                                exposed("filters5", "Filters 5×5", "filters", "conv5x5"),
                                exposed("filtersPool", "Filters after pooling", "filters", "convPool"))),
                "Looks at a picture through windows of several sizes at once and stacks what they see.");
    }

    private static Map<String, Value> convolution(long kernel, long filters) {
        return Map.of(
                "kernel", Value.dims(kernel, kernel),
                "filters", Value.of(filters),
                "padding", Value.of("same"),
                "activation", Value.of("relu"));
    }

    /** The encoder layer of Vaswani et al., “Attention Is All You Need”, 2017, section 3.1, normalised after each addition. */
    static Standard transformer() {
        Drawing drawing = new Drawing();
        drawing.input("in1", 0, 0)
                .put("attention", "multi-head-attention", 0, 1, Map.of())
                .put("drop1", "dropout", 0, 2, Map.of("rate", Value.of(0.1)))
                .put("add1", "add", 0, 3, Map.of())
                .put("norm1", "layer-norm", 0, 4, Map.of())
                .put("widen", "dense", 0, 5, Map.of("units", Value.of(128)))
                .put("narrow", "dense", 0, 6, Map.of("activation", NONE))
                .put("drop2", "dropout", 0, 7, Map.of("rate", Value.of(0.1)))
                .put("add2", "add", 0, 8, Map.of())
                .put("norm2", "layer-norm", 0, 9, Map.of())
                .output("out1", 0, 10)
                .chain(
                        "in1",
                        "attention",
                        "drop1",
                        "add1",
                        "norm1",
                        "widen",
                        "narrow",
                        "drop2",
                        "add2",
                        "norm2",
                        "out1")
                .wire("in1", "add1")
                .wire("norm1", "add2");
        return new Standard(
                drawing.block(
                        "transformer-encoder",
                        "Transformer encoder",
                        List.of(
                                exposed("width", "Model width", "units", "narrow"),
                                exposed("heads", "Heads", "heads", "attention"),
                                exposed("keySize", "Key size", "keySize", "attention"),
                                exposed("forward", "Feed-forward width", "units", "widen"),
                                exposed("dropout", "Dropout", "rate", "drop1", "drop2"),
                                exposed("causal", "Causal", "causal", "attention"))),
                "Every step of a sequence looks at all others, then a small network works on each; both are added to what went in. "
                        + "The model width is the number of features of the input.");
    }

    private static Exposed filters(String... layers) {
        return exposed("filters", "Filters", "filters", layers);
    }

    private static Exposed kernel() {
        return exposed("kernel", "Kernel", "kernel", "conv1", "conv2");
    }

    private static Exposed exposed(String name, String label, String parameter, String... layers) {
        return new Exposed(
                name,
                label,
                java.util.Arrays.stream(layers)
                        .map(layer -> new Exposed.Target(layer, parameter))
                        .toList());
    }

    /** Layers on a grid, and the wires between them. */
    private static final class Drawing {
        private final List<Layer> layers = new ArrayList<>();
        private final List<Wire> wires = new ArrayList<>();

        Drawing put(String id, String type, double column, double row, Map<String, Value> values) {
            Layer layer = Layer.of(id, type).at(column * COLUMN, row * ROW);
            for (Map.Entry<String, Value> value : values.entrySet()) {
                layer = layer.with(value.getKey(), value.getValue());
            }
            layers.add(layer);
            return this;
        }

        Drawing input(String id, double column, double row) {
            return put(id, Block.INPUT, column, row, Map.of());
        }

        Drawing output(String id, double column, double row) {
            return put(id, Block.OUTPUT, column, row, Map.of());
        }

        Drawing wire(String from, String to) {
            wires.add(Wire.between(from, to));
            return this;
        }

        Drawing chain(String... ids) {
            for (int i = 1; i < ids.length; i++) {
                wire(ids[i - 1], ids[i]);
            }
            return this;
        }

        Block block(String id, String name, List<Exposed> exposed) {
            return new Block(id, name, Design.of(layers, wires), exposed, new Block.Origin("standard:" + id, 1));
        }
    }
}
