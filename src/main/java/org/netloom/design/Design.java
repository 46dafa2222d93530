package org.netloom.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A network as it was drawn: layers and the wires between them. Immutable.
 *
 * @param blocks definitions of composite blocks by id; a layer of the type {@code block:<id>} is one use
 */
public record Design(Map<String, Layer> layers, List<Wire> wires, Map<String, Block> blocks) {

    public static final Design EMPTY = new Design(Map.of(), List.of());

    public Design {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
        wires = List.copyOf(wires);
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
    }

    public Design(Map<String, Layer> layers, List<Wire> wires) {
        this(layers, wires, Map.of());
    }

    public static Design of(Collection<Layer> layers, Collection<Wire> wires) {
        Map<String, Layer> byId = new LinkedHashMap<>();
        layers.forEach(layer -> byId.put(layer.id(), layer));
        return new Design(byId, List.copyOf(wires));
    }

    /** Layers wired one after the other, laid out from top to bottom. */
    public static Design chain(Layer... layers) {
        List<Layer> placed = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < layers.length; i++) {
            placed.add(layers[i].at(0, i * 140.0));
            if (i > 0) {
                wires.add(Wire.between(layers[i - 1].id(), layers[i].id()));
            }
        }
        return of(placed, wires);
    }

    public Optional<Layer> layer(String id) {
        return Optional.ofNullable(layers.get(id));
    }

    /** The layer with this id, where its absence would be a bug of the caller. */
    public Layer require(String id) {
        return Objects.requireNonNull(layers.get(id), () -> "No layer " + id);
    }

    public List<Wire> into(String layer) {
        return wires.stream().filter(wire -> wire.to().equals(layer)).toList();
    }

    public List<Wire> outOf(String layer) {
        return wires.stream().filter(wire -> wire.from().equals(layer)).toList();
    }

    public Design withLayer(Layer layer) {
        Map<String, Layer> changed = new LinkedHashMap<>(layers);
        changed.put(layer.id(), layer);
        return new Design(changed, wires, blocks);
    }

    public Design withLayers(Collection<Layer> more) {
        Map<String, Layer> changed = new LinkedHashMap<>(layers);
        more.forEach(layer -> changed.put(layer.id(), layer));
        return new Design(changed, wires, blocks);
    }

    public Design withWires(Collection<Wire> more) {
        List<Wire> changed = new ArrayList<>(wires);
        changed.addAll(more);
        return new Design(layers, changed, blocks);
    }

    /** Without these layers and every wire that touches one of them. */
    public Design withoutLayers(Set<String> ids) {
        Map<String, Layer> kept = new LinkedHashMap<>(layers);
        kept.keySet().removeAll(ids);
        return new Design(kept, wires, blocks)
                .keepingWires(wire -> !ids.contains(wire.from()) && !ids.contains(wire.to()));
    }

    public Design withoutWires(Set<String> ids) {
        return keepingWires(wire -> !ids.contains(wire.id()));
    }

    private Design keepingWires(Predicate<Wire> kept) {
        return new Design(layers, wires.stream().filter(kept).toList(), blocks);
    }

    public Optional<Block> block(String id) {
        return Optional.ofNullable(blocks.get(id));
    }

    /** The definition that the layer is a use of; empty for every other layer, and where the definition is missing. */
    public Optional<Block> blockOf(Layer layer) {
        return Block.definition(layer.type()).flatMap(this::block);
    }

    public Design withBlocks(Map<String, Block> definitions) {
        return new Design(layers, wires, definitions);
    }

    public Design withBlock(Block block) {
        Map<String, Block> changed = new LinkedHashMap<>(blocks);
        changed.put(block.id(), block);
        return withBlocks(changed);
    }

    public Design withoutBlock(String id) {
        Map<String, Block> kept = new LinkedHashMap<>(blocks);
        kept.remove(id);
        return withBlocks(kept);
    }
}
