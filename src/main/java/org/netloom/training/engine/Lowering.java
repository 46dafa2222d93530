package org.netloom.training.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.netloom.design.Shape;
import org.netloom.layers.Activation;
import org.netloom.layers.Network;
import org.netloom.layers.Op;
import org.netloom.training.TrainingPlan;
import org.netloom.training.engine.dl4j.AttentionVertex;
import org.netloom.training.engine.dl4j.ParametricRelu;
import org.netloom.training.engine.dl4j.PermuteVertex;
import org.netloom.training.engine.dl4j.PlainReshape;
import org.netloom.training.engine.dl4j.VaeSamplingVertex;

/**
 * Turns a network's operations into a DL4J graph whose vertices are called as the layers are. Shapes are already proved by the
 * design's shape pass, so every size is written down here and DL4J infers none.
 */
final class Lowering {

    private final Network network;
    private final TrainingPlan plan;
    private final Purpose purpose;
    private final ComputationGraphConfiguration.GraphBuilder builder;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final List<Lowered.Start> starts = new ArrayList<>();

    private Lowering(Network network, TrainingPlan plan, Purpose purpose, DataType type) {
        this.network = network;
        this.plan = plan;
        this.purpose = purpose;
        this.builder = new NeuralNetConfiguration.Builder()
                .seed(plan.seed())
                .dataType(type)
                .updater(Updaters.of(plan, purpose))
                .gradientNormalization(clipping(plan.clipping().kind()))
                .gradientNormalizationThreshold(plan.clipping().threshold())
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .cacheMode(CacheMode.NONE)
                .graphBuilder()
                .validateOutputLayerConfig(false)
                .allowDisconnected(true);
    }

    static Lowered lower(Network network, TrainingPlan plan, Purpose purpose) {
        return lower(network, plan, purpose, DataType.FLOAT);
    }

    static Lowered lower(Network network, TrainingPlan plan, Purpose purpose, DataType type) {
        return new Lowering(network, plan, purpose, type).run();
    }

    private Lowered run() {
        NativeHelpers.choose(network);
        // Inputs first: the graph takes them in the order in which they are added.
        network.inputs().forEach(id -> node(network.node(id).orElseThrow()));
        network.nodes().stream().filter(node -> !outputs.containsKey(node.id())).forEach(this::node);
        builder.setOutputs(network.outputs().stream().map(outputs::get).toArray(String[]::new));
        return new Lowered(
                builder.build(),
                List.copyOf(starts),
                Map.copyOf(outputs),
                ends(network.inputs()),
                ends(network.outputs()));
    }

    private List<Lowered.End> ends(List<String> nodes) {
        return nodes.stream()
                .map(id -> new Lowered.End(id, network.node(id).orElseThrow().output()))
                .toList();
    }

    private void node(Network.Node node) {
        List<String> from = new ArrayList<>();
        node.from().forEach(id -> from.add(outputOf(id)));
        List<Op> ops = node.ops();
        for (int i = 0; i < ops.size(); i++) {
            String name = free(node.name().isBlank() ? node.id() : node.name());
            Op op = ops.get(i);
            Activation activation = Activation.IDENTITY;
            if (takesActivation(op) && i + 1 < ops.size() && ops.get(i + 1) instanceof Op.Activate activate) {
                activation = activate.activation();
                i++;
            }
            Optional<Op.Compare> goal = Optional.empty();
            if (endsInLoss(op) && i + 1 < ops.size() && ops.get(i + 1) instanceof Op.Compare compare) {
                goal = Optional.of(compare);
                i++;
            }
            switch (op) {
                case Op.Feed feed -> builder.addInputs(name);
                case Op.Noise noise -> builder.addInputs(name);
                case Op.RealOrGenerated both -> {
                    // A downloaded discriminator needs nothing here.
                    if (purpose == Purpose.TRAINING || from.size() > 1) {
                        vertex(name, new MeetingVertex(), from);
                    } else {
                        continue;
                    }
                }
                case Op.Linear linear -> name = linear(name, linear, activation, goal, from);
                case Op.Activate activate -> layer(name, activation(activate.activation(), node.output(), goal), from);
                case Op.Compare compare -> layer(name, compared(node.activation(), node.output(), compare), from);
                case Op.Mean mean ->
                    vertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), scaled(name, mean, from));
                case Op.Drop drop -> layer(name, drop(drop), from);
                case Op.Reshape reshape -> vertex(name, reshape(reshape), from);
                case Op.Sample sample -> vertex(name, new VaeSamplingVertex(sample.klWeight()), from);
                case Op.Merge merge -> vertex(name, Merges.of(merge, purpose), from);
                case Op.Conv conv -> {
                    layer(name, ConvLayers.of(conv, activation, isInput(from.get(0)), plan, purpose), from);
                    starts.addAll(ConvLayers.starts(name, conv));
                }
                case Op.LocalResponse norm -> layer(name, NormLayers.of(norm), from);
                case Op.Upsample upsample -> add(name, PictureLayers.of(upsample), from);
                case Op.Border border -> add(name, PictureLayers.of(border), from);
                case Op.SpaceToDepth blocks -> layer(name, PictureLayers.of(blocks), from);
                case Op.AddNoise noise -> layer(name, PictureLayers.of(noise), from);
                case Op.Pool pool -> layer(name, PoolLayers.of(pool, purpose), from);
                case Op.GlobalPool pool -> layer(name, PoolLayers.of(pool), from);
                case Op.BatchNormalize norm -> {
                    layer(name, NormLayers.of(norm), from);
                    starts.addAll(NormLayers.starts(name));
                }
                case Op.Recurrent recurrent -> name = recurrent(node).add(recurrent, name, from.get(0));
                case Op.LastStep last -> recurrent(node).lastStep(name, from.get(0));
                case Op.Repeat repeat -> recurrent(node).repeat(repeat, name, from.get(0));
                case Op.Embed embed -> {
                    layer(name, SequenceLayers.embedding(embed, purpose), from);
                    starts.addAll(SequenceLayers.starts(name, embed));
                }
                case Op.EncodePositions encode -> {
                    layer(name, SequenceLayers.positions(encode), from);
                    starts.addAll(SequenceLayers.starts(name, encode));
                }
                case Op.NormalizeFeatures normalize -> {
                    layer(name, SequenceLayers.normalization(normalize), from);
                    starts.addAll(SequenceLayers.starts(name, normalize));
                }
                case Op.Attend attend -> attend(name, attend, from);
                case Op.Take take ->
                    vertex(name, new SubsetVertex(Math.toIntExact(take.first()), Math.toIntExact(take.last())), from);
                case Op.Permute permute -> vertex(name, new PermuteVertex(withBatch(permute.order())), from);
                case Op.LearnedLeak leak -> {
                    layer(name, new ParametricRelu(leak.parameters(), leak.shared(), leak.start()), from);
                    starts.add(new Lowered.Start(name, ParametricRelu.ALPHA, new Lowered.From.Constant(leak.start())));
                }
                case Op.Rescale rescale -> {
                    boolean shifts = rescale.offset() != 0;
                    String scaled = shifts ? free(name + " scaled") : name;
                    vertex(scaled, new ScaleVertex(rescale.factor()), from);
                    if (shifts) {
                        vertex(name, new ShiftVertex(rescale.offset()), List.of(scaled));
                    }
                }
            }
            from.clear();
            from.add(name);
        }
        outputs.put(node.id(), from.get(0));
    }

    private RecurrentLayers recurrent(Network.Node node) {
        List<String> inputs = network.inputs().stream().map(this::outputOf).toList();
        return new RecurrentLayers(builder, plan, purpose, outputOf(inputBehind(node)), inputs, this::free, starts);
    }

    private boolean isInput(String vertex) {
        return network.inputs().stream().anyMatch(id -> outputOf(id).equals(vertex));
    }

    /** The input that leads to a node; where several do, the first. */
    private String inputBehind(Network.Node node) {
        Network.Node behind = node;
        while (!behind.from().isEmpty()) {
            behind = network.node(behind.from().get(0)).orElseThrow();
        }
        return behind.id();
    }

    /** Whether DL4J's layer for this operation applies an activation itself. */
    private static boolean takesActivation(Op op) {
        return op instanceof Op.Linear || op instanceof Op.Conv;
    }

    /** Whether DL4J has a layer that does this operation and compares the result with a target. */
    private static boolean endsInLoss(Op op) {
        return op instanceof Op.Linear || op instanceof Op.Activate;
    }

    /** The name of the vertex that gives the output. */
    private String linear(
            String name, Op.Linear linear, Activation activation, Optional<Op.Compare> goal, List<String> from) {
        starts.addAll(DenseLayers.starts(name, linear));
        if (goal.isPresent() && linear.from() instanceof Shape.Sequence sequence && !linear.bias()) {
            // DL4J's output layer for sequences cannot do without a bias.
            layer(name, DenseLayers.of(linear, Activation.IDENTITY, Optional.empty(), plan, purpose), from);
            String loss = free(name + " loss");
            Shape output = new Shape.Sequence(linear.units(), sequence.steps());
            layer(loss, activation(activation, output, goal), List.of(name));
            return loss;
        }
        layer(name, DenseLayers.of(linear, activation, goal, plan, purpose), from);
        return name;
    }

    private void attend(String name, Op.Attend attend, List<String> from) {
        String asking = from.get(0);
        String asked = from.get(from.size() - 1);
        AttentionVertex attention = new AttentionVertex(Math.toIntExact(attend.heads()), attend.causal());
        List<Op.Linear> projections = attend.projections();
        if (projections.isEmpty()) {
            vertex(name, attention, List.of(asking, asked, asked));
            return;
        }
        String query = free(name + " query");
        String key = free(name + " key");
        String value = free(name + " value");
        String heads = free(name + " heads");
        linear(query, projections.get(0), Activation.IDENTITY, Optional.empty(), List.of(asking));
        linear(key, projections.get(1), Activation.IDENTITY, Optional.empty(), List.of(asked));
        linear(value, projections.get(2), Activation.IDENTITY, Optional.empty(), List.of(asked));
        vertex(heads, attention, List.of(query, key, value));
        linear(name, projections.get(3), Activation.IDENTITY, Optional.empty(), List.of(heads));
    }

    private Layer activation(Activation activation, Shape shape, Optional<Op.Compare> goal) {
        boolean sequence = shape instanceof Shape.Sequence;
        boolean made = goal.isPresent() && goal.get().with() == Op.Compare.With.RIVAL;
        if (goal.isEmpty() || (made && purpose == Purpose.DOWNLOAD)) {
            ActivationLayer layer = new ActivationLayer.Builder()
                    .activation(Activations.of(activation))
                    .build();
            // Softmax alone looks at more than one number.
            return sequence && activation.kind() == Activation.Kind.SOFTMAX ? new TimeDistributed(layer) : layer;
        }
        return loss(activation, activation, shape, goal.get());
    }

    /** Compares what was activated before. */
    private Layer compared(Activation before, Shape shape, Op.Compare goal) {
        return loss(before, Activation.IDENTITY, shape, goal);
    }

    /** @param suiting the activation that the loss is chosen by */
    private Layer loss(Activation suiting, Activation applied, Shape shape, Op.Compare goal) {
        if (shape instanceof Shape.Sequence(long features, long steps)) {
            return new RnnLossLayer.Builder(Losses.of(goal, suiting, applied, features, steps, plan, purpose))
                    .activation(Activations.of(applied))
                    .build();
        }
        long size = shape.size();
        LossLayer loss = new LossLayer.Builder(Losses.of(goal, suiting, applied, size, 1, plan, purpose))
                .activation(Activations.of(applied))
                .build();
        loss.setNIn(size);
        loss.setNOut(size);
        return loss;
    }

    /** Every input times its weight. */
    private List<String> scaled(String name, Op.Mean mean, List<String> from) {
        List<String> scaled = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            String weighted = free(name + " weight");
            vertex(weighted, new ScaleVertex(mean.weights().get(i)), List.of(from.get(i)));
            scaled.add(weighted);
        }
        return scaled;
    }

    private String outputOf(String node) {
        return java.util.Objects.requireNonNull(outputs.get(node), () -> "No output of " + node);
    }

    private void layer(String name, Layer layer, List<String> from) {
        builder.addLayer(name, layer, from.toArray(String[]::new));
    }

    private void add(String name, PictureLayers.Part part, List<String> from) {
        switch (part) {
            case PictureLayers.Part.OfPictures(Layer layer) -> layer(name, layer, from);
            case PictureLayers.Part.OfSequences(GraphVertex vertex) -> vertex(name, vertex, from);
        }
    }

    private void vertex(String name, GraphVertex vertex, List<String> from) {
        builder.addVertex(name, vertex, from.toArray(String[]::new));
    }

    private String free(String name) {
        String candidate = name;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = name + " " + number;
        }
        return candidate;
    }

    private static Layer drop(Op.Drop drop) {
        if (drop.rate() == 0) {
            return new ActivationLayer.Builder()
                    .activation(new ActivationIdentity())
                    .build();
        }
        double kept = 1 - drop.rate();
        return new org.deeplearning4j.nn.conf.layers.DropoutLayer.Builder()
                .dropOut(
                        switch (drop.kind()) {
                            case STANDARD -> new org.deeplearning4j.nn.conf.dropout.Dropout(kept);
                            case ALPHA -> new org.deeplearning4j.nn.conf.dropout.AlphaDropout(kept);
                            case SPATIAL -> new org.deeplearning4j.nn.conf.dropout.SpatialDropout(kept);
                            case GAUSSIAN -> new org.deeplearning4j.nn.conf.dropout.GaussianDropout(drop.rate());
                        })
                .build();
    }

    /** Only where data enters as sequences can there be a mask, on which DL4J's own vertex fails. */
    private GraphVertex reshape(Op.Reshape reshape) {
        boolean masked = reshape.from() instanceof Shape.Sequence
                && network.inputs().stream()
                        .anyMatch(id -> network.node(id).orElseThrow().output() instanceof Shape.Sequence);
        return masked
                ? new PlainReshape(
                        reshape.to().dims().stream().mapToLong(Long::longValue).toArray())
                : new ReshapeVertex('c', withBatch(reshape.to()), null);
    }

    private static int[] withBatch(Shape shape) {
        int[] dims = new int[shape.dims().size() + 1];
        dims[0] = -1;
        for (int i = 1; i < dims.length; i++) {
            dims[i] = Math.toIntExact(shape.dims().get(i - 1));
        }
        return dims;
    }

    private static int[] withBatch(List<Integer> order) {
        int[] dims = new int[order.size() + 1];
        for (int i = 1; i < dims.length; i++) {
            dims[i] = order.get(i - 1) + 1;
        }
        return dims;
    }

    private static GradientNormalization clipping(TrainingPlan.Clipping.Kind kind) {
        return switch (kind) {
            case NONE -> GradientNormalization.None;
            case VALUE -> GradientNormalization.ClipElementWiseAbsoluteValue;
            case NORM -> GradientNormalization.ClipL2PerLayer;
        };
    }
}
