package org.netloom.layers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.netloom.design.Arity;
import org.netloom.design.Block;
import org.netloom.design.Blocks;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.Position;
import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Shape;
import org.netloom.design.ShapePass;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.catalog.Catalog;

/** All layer types there are, and what the document asks of them. */
public final class LayerCatalog {

    static final double ROW = 140;

    private final Map<String, LayerType> types = new LinkedHashMap<>();

    public LayerCatalog(Collection<LayerType> types) {
        for (LayerType type : types) {
            if (this.types.put(type.id(), type) != null) {
                throw new IllegalArgumentException("Two layer types are called " + type.id());
            }
        }
    }

    /** The layers that come with Netloom. */
    public static LayerCatalog standard() {
        return Catalog.standard();
    }

    public Collection<LayerType> types() {
        return Collections.unmodifiableCollection(types.values());
    }

    public Optional<LayerType> type(String id) {
        return Optional.ofNullable(types.get(id));
    }

    /** The type with this id, where its absence would be a bug of the caller. */
    public LayerType require(String id) {
        return Objects.requireNonNull(types.get(id), () -> "No layer type " + id);
    }

    /** What the design means by a type: a type of the catalog, one of its blocks, or an end of the block whose inside it is. */
    public Optional<LayerKind> kind(Design design, String type) {
        Optional<LayerKind> known =
                Optional.<LayerKind>ofNullable(types.get(type)).or(() -> BlockEnd.of(type));
        return known.isPresent()
                ? known
                : Block.definition(type).flatMap(design::block).map(block -> new BlockKind(block, design, this));
    }

    /** Settings of a layer of the catalog's types. */
    public Settings settings(Layer layer) {
        return new Settings(require(layer.type()).parameters(), layer.values());
    }

    /** Settings of a layer that may also be a block; empty where its type is unknown. */
    public Optional<Settings> settings(Design design, Layer layer) {
        return kind(design, layer.type()).map(kind -> new Settings(kind.parameters(), layer.values()));
    }

    public Inference infer(Design design) {
        Inference inference = pass(design);
        Optional<Problem> tooLarge =
                design.blocks().isEmpty() ? Optional.empty() : Blocks.tooLarge("The design", Blocks.size(design));
        List<Problem> problems = new ArrayList<>();
        tooLarge.ifPresent(problems::add);
        problems.addAll(BlockRepairs.proved(design, inference.problems(), this::pass));
        return new Inference(inference.layers(), problems);
    }

    private Inference pass(Design design) {
        return new ShapePass(new DesignRules(this)).run(design);
    }

    /**
     * Shapes and problems inside a block, as one use of it has them.
     *
     * @param around the design, or inside of a block, that the use is in
     * @param known what is known of it
     */
    public Inference inferInside(Design around, Inference known, Layer use) {
        List<Shape> entering = around.into(use.id()).stream()
                .map(wire -> known.facts(wire.from()).map(LayerFacts::output))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
        Design inside = around.blockOf(use).orElseThrow().instance(use).withBlocks(around.blocks());
        return new ShapePass(new DesignRules(this, entering)).run(inside);
    }

    /** How people read a drawing: from top left to bottom right. The order in which ends of a network share an example. */
    public static Comparator<Layer> readingOrder() {
        return Comparator.comparingDouble(
                layer -> layer.position().x() + layer.position().y());
    }

    /** Takes a design apart into operations; refused with its problems if it has errors. */
    public Result<Network> lower(Design design) {
        Inference inference = infer(design);
        if (!inference.isSound()) {
            return Result.refused(
                    inference.problems().stream().filter(Problem::isError).toList());
        }
        return Blocks.expand(design).then(this::lowerFlat);
    }

    private Result<Network> lowerFlat(Design design) {
        Inference inference = pass(design);
        if (!inference.isSound()) {
            return Result.refused(inference.problems());
        }
        List<Network.Node> nodes = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        List<String> sinks = new ArrayList<>();
        Map<String, List<String>> from = design.wires().stream()
                .collect(Collectors.groupingBy(Wire::to, Collectors.mapping(Wire::from, Collectors.toList())));
        inference.layers().forEach((id, facts) -> {
            Layer layer = design.require(id);
            LayerType type = require(layer.type());
            nodes.add(new Network.Node(
                    id,
                    layer.name(),
                    layer.type(),
                    type.lower(facts.inputs(), settings(layer)),
                    from.getOrDefault(id, List.of()),
                    facts.output()));
            if (type.arity().isSource()) {
                sources.add(id);
            }
            if (type.arity().isSink()) {
                sinks.add(id);
            }
        });
        Comparator<String> order = Comparator.comparing(design::require, readingOrder());
        sources.sort(order);
        sinks.sort(order);
        return Result.ok(new Network(nodes, sources, sinks));
    }

    /** A layer of this type with a fresh id and name, at this place. */
    public Layer fresh(Design design, String type, Position at) {
        return fresh(design, type, at, Map.of());
    }

    Layer fresh(Design design, String type, Position at, Map<String, Value> values) {
        Set<String> taken = new LinkedHashSet<>(design.layers().keySet());
        design.layers().values().forEach(layer -> taken.add(layer.name()));
        String stem = Block.definition(type)
                .flatMap(design::block)
                .map(block -> stem(block.name()))
                .orElse(type);
        int number = 1;
        while (taken.contains(stem + number)) {
            number++;
        }
        return new Layer(stem + number, type, stem + number, at, values);
    }

    /** What ids of a block's uses begin with: {@code residual-block} for “Residual block”. */
    private static String stem(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "block" : plain.substring(0, Math.min(40, plain.length()));
    }

    /** The edit that puts a new layer into a wire, keeping the order of the other inputs of the layer it leads to. */
    public Edit insertInto(Design design, Wire wire, String type, Map<String, Value> values) {
        Layer to = design.require(wire.to());
        Layer from = design.require(wire.from());
        Layer inserted = fresh(
                design,
                type,
                new Position(
                        (from.position().x() + to.position().x()) / 2,
                        (from.position().y() + to.position().y()) / 2),
                values);
        List<Wire> into = design.into(to.id());
        List<Wire> after = into.stream()
                .map(each -> each.equals(wire) ? Wire.between(inserted.id(), to.id()) : each)
                .toList();
        List<Edit> edits = new ArrayList<>();
        edits.add(
                new Edit.Disconnect(into.stream().map(Wire::id).collect(Collectors.toCollection(LinkedHashSet::new))));
        edits.add(new Edit.AddLayers(List.of(inserted), List.of(Wire.between(from.id(), inserted.id()))));
        edits.add(new Edit.Connect(after));
        if (to.position().y() - from.position().y() < 2 * ROW) {
            edits.add(new Edit.MoveLayers(downstream(design, to.id())));
        }
        return new Edit.Batch(edits);
    }

    /** Where the layer and everything after it would be one row further down. */
    private static Map<String, Position> downstream(Design design, String first) {
        Set<String> moved = new LinkedHashSet<>(Set.of(first));
        for (String id : ShapePass.order(design)) {
            if (design.into(id).stream().anyMatch(wire -> moved.contains(wire.from()))) {
                moved.add(id);
            }
        }
        Map<String, Position> positions = new LinkedHashMap<>();
        moved.forEach(id -> positions.put(id, design.require(id).position().plus(0, ROW / 2)));
        return positions;
    }

    /** The first type on the shelves whose wires are like that. */
    String only(Predicate<Arity> wanted) {
        return types.values().stream()
                .filter(type -> wanted.test(type.arity()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
