package org.netloom.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives what an edit adds other ids where its own are taken or used up, and means the new ones in the rest of the edit. */
public final class FreshIds {

    private final Design design;
    private final UsedIds used;
    private final UsedIds blocks;
    private final Map<String, Graph> graphs = new HashMap<>();

    private FreshIds(Design design, UsedIds used) {
        this.design = design;
        this.used = used;
        this.blocks = UsedIds.of(design.blocks().keySet());
    }

    /** The edit as it can be applied to this design without giving an id twice. */
    public static Edit in(Design design, UsedIds used, Edit edit) {
        FreshIds fresh = new FreshIds(design, used);
        return fresh.renewed(edit, fresh.graph("", design));
    }

    /** The layers among which an id must be unique, and what was renamed there. */
    private static final class Graph {
        private final Set<String> ids;
        private final UsedIds taken;
        private final Map<String, Long> added = new HashMap<>();
        private final Set<String> names = new HashSet<>();
        private final Map<String, Integer> repeated = new HashMap<>();
        private final Map<String, String> renamed = new HashMap<>();

        Graph(Design design) {
            ids = new HashSet<>(design.layers().keySet());
            taken = UsedIds.of(ids);
            design.layers().values().forEach(layer -> names.add(layer.name()));
        }

        void take(String id) {
            ids.add(id);
            count(id);
        }

        private void count(String id) {
            UsedIds.Numbered numbered = UsedIds.Numbered.of(id);
            added.merge(numbered.stem(), numbered.number(), Math::max);
        }

        /** An id of the same stem that nothing has or had. */
        String next(String id, UsedIds used, UsedIds others) {
            String stem = UsedIds.Numbered.of(id).stem();
            long number = Math.max(
                    Math.max(used.highest(stem), others.highest(stem)),
                    Math.max(taken.highest(stem), added.getOrDefault(stem, 0L)));
            return stem + (number + 1);
        }

        String freeName(String wanted) {
            if (names.add(wanted)) {
                return wanted;
            }
            String stem = wanted.length() > 50 ? wanted.substring(0, 50) : wanted;
            // Goes on where the last one of this name was found: thousands may be called the same.
            int number = repeated.getOrDefault(stem, 1);
            do {
                number++;
            } while (!names.add(stem + " " + number));
            repeated.put(stem, number);
            return stem + " " + number;
        }

        String now(String id) {
            return renamed.getOrDefault(id, id);
        }

        Set<String> now(Set<String> all) {
            return all.stream().map(this::now).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        Wire now(Wire wire) {
            String from = now(wire.from());
            String to = now(wire.to());
            return from.equals(wire.from()) && to.equals(wire.to()) ? wire : Wire.between(from, to);
        }

        String nowWire(String id) {
            int gap = id.indexOf('>');
            return gap < 0 ? id : now(id.substring(0, gap)) + ">" + now(id.substring(gap + 1));
        }
    }

    private Graph graph(String place, Design inside) {
        return graphs.computeIfAbsent(place, key -> new Graph(inside));
    }

    private Edit renewed(Edit edit, Graph graph) {
        return switch (edit) {
            case Edit.AddLayers add -> added(add, graph);
            case Edit.RemoveLayers remove -> new Edit.RemoveLayers(graph.now(remove.ids()));
            case Edit.MoveLayers move -> {
                Map<String, Position> places = new LinkedHashMap<>();
                move.positions().forEach((id, place) -> places.put(graph.now(id), place));
                yield new Edit.MoveLayers(places);
            }
            case Edit.Connect connect ->
                new Edit.Connect(connect.wires().stream().map(graph::now).toList());
            case Edit.Disconnect disconnect ->
                new Edit.Disconnect(disconnect.ids().stream()
                        .map(graph::nowWire)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
            case Edit.SetParameter set -> new Edit.SetParameter(graph.now(set.layer()), set.parameter(), set.value());
            case Edit.Rename rename -> new Edit.Rename(graph.now(rename.layer()), rename.name());
            case Edit.Batch batch ->
                new Edit.Batch(
                        batch.edits().stream().map(each -> renewed(each, graph)).toList());
            case BlockEdit block -> renewed(block, graph);
        };
    }

    private Edit renewed(BlockEdit edit, Graph graph) {
        return switch (edit) {
            case BlockEdit.Group group -> grouped(group, graph);
            case BlockEdit.Ungroup ungroup -> new BlockEdit.Ungroup(graph.now(ungroup.layer()));
            case BlockEdit.InBlock inside ->
                new BlockEdit.InBlock(
                        inside.block(),
                        renewed(
                                inside.edit(),
                                graph(
                                        inside.block(),
                                        design.block(inside.block())
                                                .map(Block::inside)
                                                .orElse(Design.EMPTY))));
            case BlockEdit.Expose expose -> expose;
            case BlockEdit.PutBlock put -> put;
            case BlockEdit.RemoveBlock remove -> remove;
            case BlockEdit.RenameBlock rename -> rename;
            case BlockEdit.SetOrigin set -> set;
        };
    }

    private Edit added(Edit.AddLayers add, Graph graph) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : add.layers()) {
            String id = layer.id();
            if (graph.ids.contains(id) || used.isUsed(id)) {
                id = graph.next(id, used, UsedIds.NONE);
                graph.renamed.put(layer.id(), id);
            }
            String name = graph.freeName(layer.name().equals(layer.id()) ? id : layer.name());
            graph.take(id);
            layers.add(new Layer(id, layer.type(), name, layer.position(), layer.values()));
        }
        return new Edit.AddLayers(layers, add.wires().stream().map(graph::now).toList());
    }

    private Edit grouped(BlockEdit.Group group, Graph graph) {
        String block = group.block();
        String layer = group.layer();
        String name = group.name();
        if (isTaken(block, graph) || isTaken(layer, graph)) {
            block = graph.next(block, used, blocks);
            graph.count(block);
            layer = group.layer().equals(group.block()) ? block : graph.next(layer, used, blocks);
            graph.renamed.put(group.layer(), layer);
            name = numbered(name, group.block(), block);
        }
        graph.take(layer);
        return new BlockEdit.Group(graph.now(group.layers()), block, layer, name);
    }

    private boolean isTaken(String id, Graph graph) {
        return graph.ids.contains(id) || design.blocks().containsKey(id) || used.isUsed(id);
    }

    /** “Block 1” of the block {@code block1} becomes “Block 2” of {@code block2}. */
    private static String numbered(String name, String old, String now) {
        String number = " " + UsedIds.Numbered.of(old).number();
        return name.endsWith(number)
                ? name.substring(0, name.length() - number.length() + 1)
                        + UsedIds.Numbered.of(now).number()
                : name;
    }
}
