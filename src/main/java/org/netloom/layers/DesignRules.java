package org.netloom.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Arity;
import org.netloom.design.Block;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.LayerRules;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Result;
import org.netloom.design.Shape;
import org.netloom.design.Wire;

/** What the document asks of layer types, for a whole network or for the inside of a block. */
final class DesignRules implements LayerRules {

    private final LayerCatalog catalog;
    private final @Nullable List<Shape> entering;

    /** For a whole network. */
    DesignRules(LayerCatalog catalog) {
        this.catalog = catalog;
        this.entering = null;
    }

    /**
     * For the inside of a block.
     *
     * @param entering shapes that its inputs give, in their order; fewer where not all are known
     */
    DesignRules(LayerCatalog catalog, List<Shape> entering) {
        this.catalog = catalog;
        this.entering = List.copyOf(entering);
    }

    @Override
    public boolean isInside() {
        return entering != null;
    }

    @Override
    public @Nullable Arity arity(Design design, Layer layer) {
        return isInside() == Block.isEnd(layer) || !Block.isEnd(layer)
                ? catalog.kind(design, layer.type()).map(LayerKind::arity).orElse(null)
                : null;
    }

    @Override
    public List<Problem> parameterProblems(Design design, Layer layer) {
        List<Problem> problems = new ArrayList<>();
        catalog.settings(design, layer).map(Settings::problems).orElse(List.of()).stream()
                .map(problem -> problem.at(layer.id()))
                .map(problem -> problem.with(backToDefault(layer, problem)))
                .forEach(problems::add);
        catalog.type(layer.type())
                .filter(type -> isInside() && isEndOfNetwork(type))
                .ifPresent(type -> problems.add(endInside(layer, type)));
        return problems;
    }

    private static boolean isEndOfNetwork(LayerType type) {
        return type.arity().isSource() || type.arity().isSink();
    }

    private static Problem endInside(Layer layer, LayerType type) {
        return Problem.error(
                        "end-inside-block",
                        layer.name() + " is an end of a network, but stands inside a block.",
                        "Data enters and leaves a block through its Block inputs and its Block output.",
                        "Move the " + type.label() + " out of the block.")
                .at(layer.id())
                .with(List.of(new Repair("Remove " + layer.name(), new Edit.RemoveLayers(Set.of(layer.id())))));
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
        Block block = design.blockOf(layer).orElse(null);
        if (block != null) {
            return new BlockPass(catalog, design, layer, block, inputs).run();
        }
        if (layer.type().equals(Block.INPUT)) {
            return entered(design, layer);
        }
        if (layer.type().equals(Block.OUTPUT)) {
            return Result.ok(new LayerFacts(inputs, inputs.get(0), 0, 0, 0, 0));
        }
        LayerType type = catalog.require(layer.type());
        Settings settings = catalog.settings(layer);
        return switch (type.outputShape(inputs, settings)) {
            case Fit.Fits fits -> {
                List<Op> ops = type.lower(inputs, settings);
                long parameters = ops.stream().mapToLong(Op::parameters).reduce(0, Saturating::plus);
                long flops = ops.stream().mapToLong(Op::flops).reduce(0, Saturating::plus);
                long scratch = ops.stream().mapToLong(Op::scratch).max().orElse(0);
                yield Result.ok(new LayerFacts(
                        inputs, fits.output(), parameters, flops, fits.output().size(), scratch));
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

    /** What a block's input gives; nothing, and nothing wrong, while it is not known. */
    private Result<LayerFacts> entered(Design design, Layer layer) {
        List<String> inputs = new Block("", "", design, List.of(), null)
                .inputs().stream().map(Layer::id).toList();
        int index = inputs.indexOf(layer.id());
        return entering == null || index >= entering.size()
                ? Result.refused(List.of())
                : Result.ok(new LayerFacts(List.of(), entering.get(index), 0, 0, 0, 0));
    }

    private Repair repair(Design design, Layer layer, Fit.Remedy remedy) {
        return switch (remedy) {
            case Fit.Remedy.Set set ->
                new Repair(set.label(), new Edit.SetParameter(layer.id(), set.parameter(), set.value()));
            case Fit.Remedy.SetAll all ->
                new Repair(
                        all.label(),
                        new Edit.Batch(all.values().entrySet().stream()
                                .<Edit>map(each -> new Edit.SetParameter(layer.id(), each.getKey(), each.getValue()))
                                .toList()));
            case Fit.Remedy.Insert insert ->
                new Repair(
                        insert.label(),
                        catalog.insertInto(
                                design, design.into(layer.id()).get(insert.input()), insert.type(), insert.values()));
            case Fit.Remedy.InsertAll insert -> new Repair(insert.label(), insertAll(design, layer, insert));
            case Fit.Remedy.Become become -> new Repair(become.label(), become(design, layer, become.type()));
        };
    }

    private Edit insertAll(Design design, Layer layer, Fit.Remedy.InsertAll insert) {
        List<Edit> edits = new ArrayList<>();
        Design growing = design;
        for (Map.Entry<Integer, List<Fit.Remedy.Link>> chain : insert.chains().entrySet()) {
            for (Fit.Remedy.Link link : chain.getValue()) {
                Wire last = growing.into(layer.id()).get(chain.getKey());
                Edit edit = catalog.insertInto(growing, last, link.type(), link.values());
                edits.add(edit);
                growing = edit.applyTo(growing).get();
            }
        }
        return new Edit.Batch(edits);
    }

    private Edit become(Design design, Layer layer, String type) {
        Layer other = catalog.fresh(design, type, layer.position());
        List<Wire> wires = new ArrayList<>();
        design.into(layer.id()).forEach(wire -> wires.add(Wire.between(wire.from(), other.id())));
        design.outOf(layer.id()).forEach(wire -> wires.add(Wire.between(other.id(), wire.to())));
        return new Edit.Batch(new Edit.RemoveLayers(Set.of(layer.id())), new Edit.AddLayers(List.of(other), wires));
    }

    @Override
    public Layer newSink(Design design, Layer after) {
        String type = isInside() ? Block.OUTPUT : catalog.only(Arity::isSink);
        return catalog.fresh(design, type, after.position().plus(0, LayerCatalog.ROW));
    }

    @Override
    public Layer newSource(Design design, Layer before) {
        String type = isInside() ? Block.INPUT : catalog.only(Arity::isSource);
        return catalog.fresh(design, type, before.position().plus(0, -LayerCatalog.ROW));
    }

    @Override
    public Layer newJoin(Design design, Layer before) {
        return catalog.fresh(
                design,
                catalog.only(arity -> arity.least() > 1 && arity.most() > 2 && arity.givesOutput()),
                before.position().plus(0, -LayerCatalog.ROW / 2));
    }
}
