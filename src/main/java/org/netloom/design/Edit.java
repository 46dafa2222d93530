package org.netloom.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One gesture of a person, as data. An edit names layers and wires by id, so that it still means the same after a colleague's edit;
 * where its target is gone it is refused with a {@link Problem}.
 */
public sealed interface Edit
        permits Edit.AddLayers,
                Edit.RemoveLayers,
                Edit.MoveLayers,
                Edit.Connect,
                Edit.Disconnect,
                Edit.SetParameter,
                Edit.Rename,
                Edit.Batch,
                BlockEdit {

    Result<Design> applyTo(Design design);

    /**
     * The edit that takes this one back.
     *
     * @param before the design to which this edit is about to be applied, without being refused
     */
    Edit inverse(Design before);

    /** Adds layers together with wires among them or to layers that are there. */
    record AddLayers(List<Layer> layers, List<Wire> wires) implements Edit {
        public AddLayers {
            layers = List.copyOf(layers);
            wires = List.copyOf(wires);
        }

        public AddLayers(Layer layer) {
            this(List.of(layer), List.of());
        }

        @Override
        public Result<Design> applyTo(Design design) {
            Set<String> names = new HashSet<>();
            design.layers().values().forEach(layer -> names.add(layer.name()));
            for (Layer layer : layers) {
                if (design.layers().containsKey(layer.id())) {
                    return Result.refused(Refusals.alreadyThere(layer.id()));
                }
                if (!names.add(layer.name())) {
                    return Result.refused(Refusals.nameTaken(layer.id(), layer.name()));
                }
            }
            return new Connect(wires).applyTo(design.withLayers(layers));
        }

        @Override
        public Edit inverse(Design before) {
            Set<String> ids = layers.stream().map(Layer::id).collect(LinkedHashSet::new, Set::add, Set::addAll);
            Set<String> apart = new LinkedHashSet<>();
            wires.stream()
                    .filter(wire -> !ids.contains(wire.from()) && !ids.contains(wire.to()))
                    .forEach(wire -> apart.add(wire.id()));
            Edit removed = new RemoveLayers(ids);
            return apart.isEmpty() ? removed : new Batch(new Disconnect(apart), removed);
        }
    }

    /** Removes layers and the wires that touch them. */
    record RemoveLayers(Set<String> ids) implements Edit {
        public RemoveLayers {
            ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        }

        @Override
        public Result<Design> applyTo(Design design) {
            for (String id : ids) {
                if (!design.layers().containsKey(id)) {
                    return Result.refused(Refusals.layerGone(id));
                }
            }
            return Result.ok(design.withoutLayers(ids));
        }

        @Override
        public Edit inverse(Design before) {
            List<Layer> layers =
                    ids.stream().flatMap(id -> before.layer(id).stream()).toList();
            List<Wire> wires = before.wires().stream()
                    .filter(wire -> ids.contains(wire.from()) || ids.contains(wire.to()))
                    .toList();
            return WireOrder.keeping(before, wires, all -> new AddLayers(layers, all));
        }
    }

    /** Moves cards on the canvas. */
    record MoveLayers(Map<String, Position> positions) implements Edit {
        public MoveLayers {
            positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
        }

        @Override
        public Result<Design> applyTo(Design design) {
            List<Layer> moved = new ArrayList<>();
            for (Map.Entry<String, Position> entry : positions.entrySet()) {
                Optional<Layer> layer = design.layer(entry.getKey());
                if (layer.isEmpty()) {
                    return Result.refused(Refusals.layerGone(entry.getKey()));
                }
                moved.add(layer.get().at(entry.getValue().x(), entry.getValue().y()));
            }
            return Result.ok(design.withLayers(moved));
        }

        @Override
        public Edit inverse(Design before) {
            Map<String, Position> old = new LinkedHashMap<>();
            positions.keySet().forEach(id -> before.layer(id).ifPresent(layer -> old.put(id, layer.position())));
            return new MoveLayers(old);
        }
    }

    /** Draws wires. */
    record Connect(List<Wire> wires) implements Edit {
        public Connect {
            wires = List.copyOf(wires);
        }

        public Connect(String from, String to) {
            this(List.of(Wire.between(from, to)));
        }

        @Override
        public Result<Design> applyTo(Design design) {
            Design changed = design;
            for (Wire wire : wires) {
                for (String end : List.of(wire.from(), wire.to())) {
                    if (!design.layers().containsKey(end)) {
                        return Result.refused(Refusals.layerGone(end));
                    }
                }
                if (wire.from().equals(wire.to())) {
                    return Result.refused(Refusals.wireToItself(wire.from()));
                }
                boolean there = changed.wires().stream()
                        .anyMatch(other -> other.id().equals(wire.id())
                                || other.from().equals(wire.from())
                                        && other.to().equals(wire.to()));
                if (there) {
                    return Result.refused(Refusals.alreadyConnected(wire));
                }
                changed = changed.withWires(List.of(wire));
            }
            return Result.ok(changed);
        }

        @Override
        public Edit inverse(Design before) {
            return new Disconnect(wires.stream().map(Wire::id).collect(LinkedHashSet::new, Set::add, Set::addAll));
        }
    }

    /** Removes wires. */
    record Disconnect(Set<String> ids) implements Edit {
        public Disconnect {
            ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        }

        @Override
        public Result<Design> applyTo(Design design) {
            for (String id : ids) {
                if (design.wires().stream().noneMatch(wire -> wire.id().equals(id))) {
                    return Result.refused(Refusals.wireGone(id));
                }
            }
            return Result.ok(design.withoutWires(ids));
        }

        @Override
        public Edit inverse(Design before) {
            List<Wire> wires = before.wires().stream()
                    .filter(wire -> ids.contains(wire.id()))
                    .toList();
            return WireOrder.keeping(before, wires, Connect::new);
        }
    }

    /** Sets a parameter; {@code null} takes it back to its default. */
    record SetParameter(
            String layer, String parameter, @Nullable Value value) implements Edit {
        @Override
        public Result<Design> applyTo(Design design) {
            return design.layer(layer)
                    .map(found -> Result.ok(design.withLayer(found.with(parameter, value))))
                    .orElseGet(() -> Result.refused(Refusals.layerGone(layer)));
        }

        @Override
        public Edit inverse(Design before) {
            return new SetParameter(
                    layer,
                    parameter,
                    before.layer(layer)
                            .map(found -> found.values().get(parameter))
                            .orElse(null));
        }
    }

    /** Gives a layer another name. */
    record Rename(String layer, String name) implements Edit {
        @Override
        public Result<Design> applyTo(Design design) {
            String wanted = name.strip();
            if (wanted.isEmpty() || wanted.length() > 60 || !CleanName.is(wanted)) {
                return Result.refused(Refusals.badName(layer, name));
            }
            boolean taken = design.layers().values().stream()
                    .anyMatch(
                            other -> other.name().equals(wanted) && !other.id().equals(layer));
            if (taken) {
                return Result.refused(Refusals.nameTaken(layer, wanted));
            }
            return design.layer(layer)
                    .map(found -> Result.ok(design.withLayer(found.named(wanted))))
                    .orElseGet(() -> Result.refused(Refusals.layerGone(layer)));
        }

        @Override
        public Edit inverse(Design before) {
            return new Rename(layer, before.layer(layer).map(Layer::name).orElse(name));
        }
    }

    /** Several edits that are one gesture: all are applied, or none. */
    record Batch(List<Edit> edits) implements Edit {
        public Batch {
            edits = List.copyOf(edits);
        }

        public Batch(Edit... edits) {
            this(List.of(edits));
        }

        @Override
        public Result<Design> applyTo(Design design) {
            Result<Design> result = Result.ok(design);
            for (Edit edit : edits) {
                result = result.then(edit::applyTo);
            }
            return result;
        }

        @Override
        public Edit inverse(Design before) {
            List<Edit> inverses = new ArrayList<>();
            Design state = before;
            for (Edit edit : edits) {
                inverses.add(edit.inverse(state));
                state = edit.applyTo(state).get();
            }
            Collections.reverse(inverses);
            return new Batch(inverses);
        }
    }
}
