package org.netloom.training.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netloom.datasets.Samples;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.Network;
import org.netloom.layers.catalog.Catalog;
import org.netloom.training.PlanForm;
import org.netloom.training.TrainingJob;

/** A small transformer on digits cut into 49 patches of 16 pixels: width 64, 4 heads, feed-forward 128, 2 blocks, norm after each part. */
final class Transformer {

    private static final int SIDE = 28;
    private static final int PATCH = 4;
    private static final int PATCHES = 49;
    private static final int PIXELS = 16;
    private static final int WIDTH = 64;
    private static final int HEADS = 4;
    private static final int FEED_FORWARD = 128;
    private static final int BLOCKS = 2;
    private static final int CLASSES = 10;

    private Transformer() {}

    static TrainingJob job(int iterations) {
        Network network = Catalog.standard().lower(design()).get();
        Map<String, Value> settings = Map.of(
                "split", Value.of("all"),
                "optimizer", Value.of("adam"),
                "learningRate", Value.of(0.001),
                "batchSize", Value.of((long) Workload.BATCH),
                "budget", Value.of("iterations"),
                "iterations", Value.of((long) iterations));
        return new TrainingJob(
                network,
                PlanForm.plan(settings, network.outputActivation()).get(),
                patches(Workload.job(1).train()),
                Optional.empty());
    }

    static PytorchLoop rival(TrainingJob job) {
        return new PytorchLoop(job.train(), new Rival(), new Shape(Workload.BATCH, PIXELS, PATCHES));
    }

    private static Design design() {
        List<Layer> layers = new ArrayList<>(List.of(
                Layer.of("in", "input").with("shape", Value.dims(PIXELS, PATCHES)),
                Layer.of("embed", "dense").with("units", WIDTH).with("activation", "identity"),
                Layer.of("positions", "positional-encoding").with("kind", "learned")));
        List<Wire> wires = new ArrayList<>(List.of(Wire.between("in", "embed"), Wire.between("embed", "positions")));
        String x = "positions";
        for (int i = 0; i < BLOCKS; i++) {
            layers.add(Layer.of("attention" + i, "multi-head-attention").with("heads", HEADS));
            layers.add(Layer.of("sum" + i, "add"));
            layers.add(Layer.of("norm" + i, "layer-norm"));
            layers.add(Layer.of("wide" + i, "dense").with("units", FEED_FORWARD).with("activation", "relu"));
            layers.add(Layer.of("narrow" + i, "dense").with("units", WIDTH).with("activation", "identity"));
            layers.add(Layer.of("total" + i, "add"));
            layers.add(Layer.of("end" + i, "layer-norm"));
            wires.addAll(List.of(
                    Wire.between(x, "attention" + i),
                    Wire.between(x, "sum" + i),
                    Wire.between("attention" + i, "sum" + i),
                    Wire.between("sum" + i, "norm" + i),
                    Wire.between("norm" + i, "wide" + i),
                    Wire.between("wide" + i, "narrow" + i),
                    Wire.between("norm" + i, "total" + i),
                    Wire.between("narrow" + i, "total" + i),
                    Wire.between("total" + i, "end" + i)));
            x = "end" + i;
        }
        layers.add(Layer.of("pool", "global-pool"));
        layers.add(Layer.of("out", "output").with("units", CLASSES).with("activation", "softmax"));
        wires.addAll(List.of(Wire.between(x, "pool"), Wire.between("pool", "out")));
        return Design.of(layers, wires);
    }

    /** Pixel by pixel of a patch, one column a patch. */
    private static Samples patches(Samples pictures) {
        float[] features = new float[pictures.features().length];
        int across = SIDE / PATCH;
        for (int row = 0; row < pictures.count(); row++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    int patch = y / PATCH * across + x / PATCH;
                    int pixel = y % PATCH * PATCH + x % PATCH;
                    features[row * SIDE * SIDE + pixel * PATCHES + patch] =
                            pictures.features()[row * SIDE * SIDE + y * SIDE + x];
                }
            }
        }
        return new Samples(
                org.netloom.design.Shape.of(PIXELS, PATCHES), pictures.count(), features, pictures.targets(), CLASSES);
    }

    /** The same network of LibTorch's parts. */
    private static final class Rival extends AbstractBlock {
        private final Linear embed = addChildBlock(
                "embed", Linear.builder().setUnits(WIDTH).build());
        private final Parameter positions = addParameter(
                Parameter.builder().setName("positions").setType(Parameter.Type.WEIGHT).build());
        private final List<TransformerEncoderBlock> blocks = new ArrayList<>();
        private final Linear out = addChildBlock(
                "out", Linear.builder().setUnits(CLASSES).build());

        Rival() {
            for (int i = 0; i < BLOCKS; i++) {
                blocks.add(addChildBlock(
                        "block" + i, new TransformerEncoderBlock(WIDTH, HEADS, FEED_FORWARD, 0, Activation::relu)));
            }
        }

        @Override
        protected void prepare(Shape[] inputs) {
            positions.setShape(new Shape(1, PATCHES, WIDTH));
        }

        @Override
        protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
            Shape rows = new Shape(Workload.BATCH, PATCHES, WIDTH);
            embed.initialize(manager, type, new Shape(Workload.BATCH, PATCHES, PIXELS));
            blocks.forEach(block -> block.initialize(manager, type, rows));
            out.initialize(manager, type, new Shape(Workload.BATCH, WIDTH));
        }

        @Override
        protected NDList forwardInternal(
                ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
            NDArray patches = inputs.singletonOrThrow().swapAxes(1, 2);
            NDArray x = embed.forward(store, new NDList(patches), training).singletonOrThrow();
            x = x.add(store.getValue(positions, x.getDevice(), training));
            for (TransformerEncoderBlock block : blocks) {
                x = block.forward(store, new NDList(x), training).singletonOrThrow();
            }
            return out.forward(store, new NDList(x.mean(new int[] {1})), training);
        }

        @Override
        public Shape[] getOutputShapes(Shape[] inputs) {
            return new Shape[] {new Shape(inputs[0].get(0), CLASSES)};
        }
    }
}
