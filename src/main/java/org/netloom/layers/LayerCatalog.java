package org.netloom.layers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Arity;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.LayerRules;
import org.netloom.design.Position;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Result;
import org.netloom.design.Shape;
import org.netloom.design.ShapePass;
import org.netloom.design.Value;
import org.netloom.design.Wire;
import org.netloom.layers.catalog.Catalog;

/** All layer types there are, and what the document asks of them. */
public final class LayerCatalog implements LayerRules {

    private static final double ROW = 140;

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

    public Settings settings(Layer layer) {
        return new Settings(require(layer.type()).parameters(), layer.values());
    }

    public Inference infer(Design design) {
        return new ShapePass(this).run(design);
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

    private Layer fresh(Design design, String type, Position at, Map<String, Value> values) {
        Set<String> taken = new LinkedHashSet<>(design.layers().keySet());
        design.layers().values().forEach(layer -> taken.add(layer.name()));
        int number = 1;
        while (taken.contains(type + number)) {
            number++;
        }
        return new Layer(type + number, type, type + number, at, values);
    }

    @Override
    public @Nullable Arity arity(Layer layer) {
        LayerType type = types.get(layer.type());
        return type == null ? null : type.arity();
    }

    @Override
    public List<Problem> parameterProblems(Layer layer) {
        return settings(layer).problems().stream()
                .map(problem -> problem.at(layer.id()))
                .map(problem -> problem.with(backToDefault(layer, problem)))
                .toList();
    }

    private static List<Repair> backToDefault(Layer layer, Problem problem) {
        String parameter = problem.parameter();
        return parameter == null
                ? List.of()
                : List.of(new Repair(
                        "Set " + parameter + " back to its default",
                        new Edit.SetParameter(layer.id(), parameter, null)));
    }

    @Override
    public Result<LayerFacts> facts(Design design, Layer layer, List<Shape> inputs) {
        LayerType type = require(layer.type());
        Settings settings = settings(layer);
        return switch (type.outputShape(inputs, settings)) {
            case Fit.Fits fits -> {
                List<Op> ops = type.lower(inputs, settings);
                long parameters = ops.stream().mapToLong(Op::parameters).reduce(0, Saturating::plus);
                long flops = ops.stream().mapToLong(Op::flops).reduce(0, Saturating::plus);
                yield Result.ok(new LayerFacts(inputs, fits.output(), parameters, flops));
            }
            case Fit.Misfit misfit ->
                Result.refused(new Problem(
                        misfit.code(),
                        Problem.Severity.ERROR,
                        layer.id(),
                        misfit.parameter(),
                        layer.name() + ": " + misfit.what(),
                        misfit.expected(),
                        misfit.fix(),
                        misfit.remedies().stream()
                                .map(remedy -> repair(design, layer, remedy))
                                .toList()));
        };
    }

    private Repair repair(Design design, Layer layer, Fit.Remedy remedy) {
        return switch (remedy) {
            case Fit.Remedy.Set set ->
                new Repair(set.label(), new Edit.SetParameter(layer.id(), set.parameter(), set.value()));
            case Fit.Remedy.Insert insert ->
                new Repair(
                        insert.label(),
                        insertInto(
                                design, design.into(layer.id()).get(insert.input()), insert.type(), insert.values()));
            case Fit.Remedy.Become become -> new Repair(become.label(), become(design, layer, become.type()));
        };
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

    private Edit become(Design design, Layer layer, String type) {
        Layer other = fresh(design, type, layer.position());
        List<Wire> wires = new ArrayList<>();
        design.into(layer.id()).forEach(wire -> wires.add(Wire.between(wire.from(), other.id())));
        design.outOf(layer.id()).forEach(wire -> wires.add(Wire.between(other.id(), wire.to())));
        return new Edit.Batch(new Edit.RemoveLayers(Set.of(layer.id())), new Edit.AddLayers(List.of(other), wires));
    }

    @Override
    public Layer newSink(Design design, Layer after) {
        return fresh(design, only(Arity::isSink), after.position().plus(0, ROW));
    }

    @Override
    public Layer newSource(Design design, Layer before) {
        return fresh(design, only(Arity::isSource), before.position().plus(0, -ROW));
    }

    @Override
    public Layer newJoin(Design design, Layer before) {
        return fresh(
                design,
                only(arity -> arity.least() > 1 && arity.givesOutput()),
                before.position().plus(0, -ROW / 2));
    }

    private String only(java.util.function.Predicate<Arity> wanted) {
        return types.values().stream()
                .filter(type -> wanted.test(type.arity()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
