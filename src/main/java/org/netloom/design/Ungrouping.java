package org.netloom.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out the edits that take one use of a block apart. */
final class Ungrouping {

    private static final double ROW = 140;

    private final Design design;
    private final Layer use;
    private final Block block;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final Map<String, List<String>> placed = new LinkedHashMap<>();
    private final Names names;

    private Ungrouping(Design design, Layer use, Block block) {
        this.design = design;
        this.use = use;
        this.block = block;
        this.names = Names.in(design.withoutLayers(Set.of(use.id())).layers().values());
    }

    static Result<Edit> plan(Design design, String layer) {
        return prepared(design, layer).then(Ungrouping::plan);
    }

    /** The ids that each layer inside gets outside, one for each repeat. */
    static Map<String, List<String>> placed(Design design, String layer) {
        Result<Ungrouping> prepared = prepared(design, layer);
        return prepared.then(Ungrouping::plan).isOk() ? prepared.get().placed : Map.of();
    }

    private static Result<Ungrouping> prepared(Design design, String layer) {
        Layer use = design.layers().get(layer);
        if (use == null) {
            return Result.refused(Refusals.layerGone(layer));
        }
        Block block = design.blockOf(use).orElse(null);
        if (block == null) {
            return Result.refused(BlockRefusals.noBlock(use));
        }
        Optional<Problem> problem = Blocks.tooLarge(use.name(), Blocks.size(design, use));
        return problem.isPresent() ? Result.refused(problem.get()) : Result.ok(new Ungrouping(design, use, block));
    }

    private Result<Edit> plan() {
        List<Layer> outputs = block.outputs();
        List<Wire> leaving =
                outputs.size() == 1 ? block.inside().into(outputs.get(0).id()) : List.of();
        if (leaving.size() != 1) {
            return Result.refused(BlockRefusals.badOutput(block));
        }
        Design inside = block.instance(use);
        List<String> feeding = design.into(use.id()).stream().map(Wire::from).toList();
        String exit = "";
        double height = height(inside);
        long copies = block.repeats(use);
        for (int copy = 0; copy < copies; copy++) {
            Map<String, String> ids = copy(inside, feeding, copy * height);
            exit = ids.getOrDefault(leaving.get(0).from(), "");
            if (exit.isEmpty()) {
                return Result.refused(BlockRefusals.badOutput(block));
            }
            feeding = List.of(exit);
        }
        return Result.ok(steps(exit, copies * height - ROW));
    }

    /** @return the ids outside of the layers inside */
    private Map<String, String> copy(Design inside, List<String> feeding, double down) {
        Map<String, String> ids = new LinkedHashMap<>();
        List<Layer> inputs = block.inputs();
        for (int i = 0; i < Math.min(inputs.size(), feeding.size()); i++) {
            ids.put(inputs.get(i).id(), feeding.get(i));
        }
        for (Layer layer : inside.layers().values()) {
            if (!Block.isEnd(layer)) {
                String id = names.freeId(layer.id());
                Layer moved = new Layer(
                        id,
                        layer.type(),
                        names.freeName(layer.name()),
                        layer.position().plus(use.position().x(), use.position().y() + down),
                        layer.values());
                names.take(moved);
                layers.add(moved);
                ids.put(layer.id(), id);
                placed.computeIfAbsent(layer.id(), inner -> new ArrayList<>()).add(id);
            }
        }
        for (Wire wire : inside.wires()) {
            String from = ids.get(wire.from());
            String to = ids.get(wire.to());
            if (from != null && to != null) {
                wires.add(Wire.between(from, to));
            }
        }
        return ids;
    }

    private static double height(Design inside) {
        double bottom = inside.layers().values().stream()
                .filter(layer -> !Block.isEnd(layer))
                .mapToDouble(layer -> layer.position().y())
                .max()
                .orElse(0);
        return bottom + ROW;
    }

    private Edit steps(String exit, double taller) {
        Design without = design.withoutLayers(Set.of(use.id()));
        Rewiring rewiring = new Rewiring(design, without);
        wires.addAll(rewiring.replacing(use.id(), exit));
        List<Edit> steps = new ArrayList<>();
        rewiring.cut().ifPresent(steps::add);
        steps.add(new Edit.RemoveLayers(Set.of(use.id())));
        Map<String, Position> below = new LinkedHashMap<>();
        without.layers().values().stream()
                .filter(layer -> layer.position().y() > use.position().y())
                .forEach(layer -> below.put(layer.id(), layer.position().plus(0, taller)));
        if (taller > 0 && !below.isEmpty()) {
            steps.add(new Edit.MoveLayers(below));
        }
        steps.add(new Edit.AddLayers(layers, wires));
        if (Blocks.uses(design, block.id()) == 1) {
            steps.add(new BlockEdit.RemoveBlock(block.id()));
        }
        return new Edit.Batch(steps);
    }
}
