package org.netloom.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out the edits that make a block of layers. */
final class Grouping {

    private static final double ROW = 140;
    private static final double COLUMN = 240;

    private final Design design;
    private final Set<String> chosen;

    private Grouping(Design design, Set<String> chosen) {
        this.design = design;
        this.chosen = chosen;
    }

    static Result<Edit> plan(Design design, BlockEdit.Group group) {
        return new Grouping(design, group.layers()).plan(group);
    }

    private Result<Edit> plan(BlockEdit.Group group) {
        Optional<Problem> problem = problem(group);
        if (problem.isPresent()) {
            return Result.refused(problem.get());
        }
        List<String> exits = exits();
        if (exits.size() != 1) {
            return Result.refused(
                    exits.isEmpty()
                            ? BlockRefusals.noExit()
                            : BlockRefusals.severalExits(
                                    exits.stream().map(design::require).toList()));
        }
        Optional<Layer> between = between();
        if (between.isPresent()) {
            return Result.refused(BlockRefusals.notConvex(between.get()));
        }
        Block block = new Block(group.block(), group.name().strip(), inside(exits.get(0)), List.of(), null);
        return Result.ok(steps(group, block, exits.get(0)));
    }

    private Optional<Problem> problem(BlockEdit.Group group) {
        if (chosen.isEmpty()) {
            return Optional.of(BlockRefusals.nothingToGroup());
        }
        for (String id : chosen) {
            Layer layer = design.layers().get(id);
            if (layer == null) {
                return Optional.of(Refusals.layerGone(id));
            }
            if (Block.isEnd(layer)) {
                return Optional.of(BlockRefusals.groupsEnds(layer));
            }
        }
        if (design.layers().containsKey(group.layer())) {
            return Optional.of(Refusals.alreadyThere(group.layer()));
        }
        if (design.block(group.block()).isPresent()) {
            return Optional.of(Refusals.alreadyThere(group.block()));
        }
        String name = group.name().strip();
        return name.isEmpty() || name.length() > Block.LONGEST_NAME || !CleanName.is(name)
                ? Optional.of(Refusals.badName(null, group.name()))
                : Optional.empty();
    }

    /** Layers whose output is wanted outside; where none is, those whose output nobody uses. */
    private List<String> exits() {
        Set<String> leaving = new LinkedHashSet<>();
        Set<String> feeding = new HashSet<>();
        for (Wire wire : design.wires()) {
            if (chosen.contains(wire.from())) {
                feeding.add(wire.from());
                if (!chosen.contains(wire.to())) {
                    leaving.add(wire.from());
                }
            }
        }
        return leaving.isEmpty()
                ? chosen.stream().filter(id -> !feeding.contains(id)).toList()
                : List.copyOf(leaving);
    }

    /** A layer outside that comes after one of the chosen and before another. */
    private Optional<Layer> between() {
        Set<String> after = reached(true);
        Set<String> before = reached(false);
        return after.stream().filter(before::contains).findFirst().map(design::require);
    }

    private Set<String> reached(boolean forwards) {
        Map<String, List<String>> next = new LinkedHashMap<>();
        design.wires()
                .forEach(wire -> next.computeIfAbsent(forwards ? wire.from() : wire.to(), id -> new ArrayList<>())
                        .add(forwards ? wire.to() : wire.from()));
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(chosen);
        while (!open.isEmpty()) {
            for (String to : next.getOrDefault(open.poll(), List.of())) {
                if (!chosen.contains(to) && seen.add(to)) {
                    open.add(to);
                }
            }
        }
        return seen;
    }

    /** What feeds the chosen layers from outside, in the order of the wires. */
    private List<String> sources() {
        return design.wires().stream()
                .filter(wire -> chosen.contains(wire.to()) && !chosen.contains(wire.from()))
                .map(Wire::from)
                .distinct()
                .toList();
    }

    private Design inside(String exit) {
        List<Layer> layers = new ArrayList<>();
        chosen.forEach(id -> layers.add(design.require(id)));
        Names names = Names.in(layers);
        double left =
                layers.stream().mapToDouble(layer -> layer.position().x()).min().orElse(0);
        double top =
                layers.stream().mapToDouble(layer -> layer.position().y()).min().orElse(0);
        double bottom =
                layers.stream().mapToDouble(layer -> layer.position().y()).max().orElse(0);
        Map<String, String> inputs = new LinkedHashMap<>();
        for (String source : sources()) {
            inputs.put(source, "");
        }
        boolean loose = inputs.isEmpty();
        if (loose) {
            inputs.put("", "");
        }
        List<Layer> ends = new ArrayList<>();
        inputs.replaceAll((source, none) -> {
            Layer end = names.end(Block.INPUT, "in").at(ends.size() * COLUMN, -ROW);
            ends.add(end);
            return end.id();
        });
        Layer out = names.end(Block.OUTPUT, "out")
                .at(design.require(exit).position().x() - left, bottom - top + ROW);
        List<Wire> wires = new ArrayList<>();
        for (Wire wire : design.wires()) {
            if (chosen.contains(wire.to())) {
                wires.add(chosen.contains(wire.from()) ? wire : Wire.between(input(inputs, wire.from()), wire.to()));
            }
        }
        if (loose) {
            layers.stream()
                    .filter(layer -> design.into(layer.id()).isEmpty())
                    .forEach(layer -> wires.add(Wire.between(input(inputs, ""), layer.id())));
        }
        wires.add(Wire.between(exit, out.id()));
        List<Layer> all = new ArrayList<>(ends);
        layers.forEach(layer ->
                all.add(layer.at(layer.position().x() - left, layer.position().y() - top)));
        all.add(out);
        return Design.of(all, wires);
    }

    private static String input(Map<String, String> inputs, String source) {
        return java.util.Objects.requireNonNull(inputs.get(source));
    }

    private Edit steps(BlockEdit.Group group, Block block, String exit) {
        List<Layer> layers = chosen.stream().map(design::require).toList();
        double x = layers.stream()
                .mapToDouble(layer -> layer.position().x())
                .average()
                .orElse(0);
        double y = layers.stream()
                .mapToDouble(layer -> layer.position().y())
                .average()
                .orElse(0);
        Layer use = Layer.of(group.layer(), block.type())
                .named(Names.in(design.withoutLayers(chosen).layers().values()).freeName(group.layer()))
                .at(Math.round(x), Math.round(y));
        Design without = design.withoutLayers(chosen);
        List<Wire> drawn = new ArrayList<>();
        sources().forEach(source -> drawn.add(Wire.between(source, use.id())));
        Rewiring rewiring = new Rewiring(design, without);
        drawn.addAll(rewiring.replacing(exit, use.id()));
        List<Edit> steps = new ArrayList<>();
        rewiring.cut().ifPresent(steps::add);
        steps.add(new Edit.RemoveLayers(chosen));
        steps.add(new BlockEdit.PutBlock(block));
        steps.add(new Edit.AddLayers(List.of(use), drawn));
        return new Edit.Batch(steps);
    }
}
