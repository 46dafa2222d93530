package org.netloom.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the layers of blocks in the place of their uses. */
final class Expansion {

    private final Design design;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Expansion(Design design) {
        this.design = design;
    }

    /** Where a level's layers are put: what their ids and names begin with, and where they are drawn. */
    private record Place(String id, String name, Position at) {
        Place inside(Layer use, long copy, long copies) {
            String number = copies > 1 ? copy + "/" : "";
            return new Place(
                    id + use.id() + "/" + number,
                    name + use.name() + "/" + number,
                    at.plus(use.position().x(), use.position().y()));
        }
    }

    Result<Design> run() {
        level(design, new Place("", "", Position.ORIGIN), Map.of());
        return problems.isEmpty() ? Result.ok(new Design(layers, wires)) : Result.refused(problems);
    }

    /** @param entering what feeds each of the level's own inputs */
    private void level(Design level, Place place, Map<String, String> entering) {
        Map<String, List<Wire>> into = new HashMap<>();
        level.wires()
                .forEach(wire ->
                        into.computeIfAbsent(wire.to(), id -> new ArrayList<>()).add(wire));
        for (Layer layer : level.layers().values()) {
            if (Block.isEnd(layer)) {
                continue;
            }
            List<String> sources = new ArrayList<>();
            for (Wire wire : into.getOrDefault(layer.id(), List.of())) {
                String source = source(level, wire.from(), place, entering);
                if (source != null) {
                    sources.add(source);
                }
            }
            Block block = design.blockOf(layer).orElse(null);
            if (block == null) {
                put(layer, place, sources);
            } else {
                copies(block, layer, place, sources);
            }
        }
    }

    private void put(Layer layer, Place place, List<String> sources) {
        String id = place.id() + layer.id();
        layers.put(
                id,
                new Layer(
                        id,
                        layer.type(),
                        place.name() + layer.name(),
                        layer.position().plus(place.at().x(), place.at().y()),
                        layer.values()));
        sources.forEach(source -> wires.add(Wire.between(source, id)));
    }

    private void copies(Block block, Layer use, Place place, List<String> sources) {
        if (block.outputs().size() != 1) {
            problems.add(BlockRefusals.badOutput(block).at(use.id()));
            return;
        }
        Design inside = block.instance(use);
        List<Layer> inputs = block.inputs();
        long copies = block.repeats(use);
        List<String> feeding = sources;
        for (long copy = 1; copy <= copies; copy++) {
            Place within = place.inside(use, copy, copies);
            Map<String, String> entering = new HashMap<>();
            for (int i = 0; i < Math.min(inputs.size(), feeding.size()); i++) {
                entering.put(inputs.get(i).id(), feeding.get(i));
            }
            level(inside, within, entering);
            String exit = exit(block, within);
            if (exit == null) {
                problems.add(BlockRefusals.badOutput(block).at(use.id()));
                return;
            }
            feeding = List.of(exit);
        }
    }

    private @Nullable String source(Design level, String from, Place place, Map<String, String> entering) {
        Layer layer = level.require(from);
        return layer.type().equals(Block.INPUT) ? entering.get(from) : flat(layer, place);
    }

    /** Id of the flat layer that gives what this layer gives. */
    private @Nullable String flat(Layer layer, Place place) {
        Block block = design.blockOf(layer).orElse(null);
        if (block == null) {
            return place.id() + layer.id();
        }
        long copies = block.repeats(layer);
        return exit(block, place.inside(layer, copies, copies));
    }

    private @Nullable String exit(Block block, Place within) {
        if (block.outputs().size() != 1) {
            return null;
        }
        List<Wire> out = block.inside().into(block.outputs().get(0).id());
        if (out.size() != 1) {
            return null;
        }
        Layer last = block.inside().require(out.get(0).from());
        return Block.isEnd(last) ? null : flat(last, within);
    }
}
