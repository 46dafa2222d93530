package org.netloom.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what a block exposes when layers inside it go into a block of their own, or come out of one. */
final class Reexposing {

    private Reexposing() {}

    /**
     * @param block id of the block whose inside is edited
     * @param before its inside before the edit
     * @param changed its inside after the edit, with the definitions
     */
    static Design after(Edit edit, String block, Design before, Design changed) {
        Block own = changed.blocks().get(block);
        if (own == null) {
            return changed;
        }
        if (edit instanceof BlockEdit.Group group) {
            return grouped(group, own, changed);
        }
        return edit instanceof BlockEdit.Ungroup ungroup ? ungrouped(ungroup, own, before, changed) : changed;
    }

    static boolean concerns(Edit edit) {
        return edit instanceof BlockEdit.Group || edit instanceof BlockEdit.Ungroup;
    }

    /** The new block exposes what is exposed further, and the outer one sets it there. */
    private static Design grouped(BlockEdit.Group group, Block own, Design changed) {
        List<Exposed> inner = new ArrayList<>();
        List<Exposed> outer = new ArrayList<>();
        for (Exposed exposed : own.exposed()) {
            Map<Boolean, List<Exposed.Target>> moved = exposed.targets().stream()
                    .collect(java.util.stream.Collectors.partitioningBy(
                            target -> group.layers().contains(target.layer())));
            List<Exposed.Target> within = moved.getOrDefault(true, List.of());
            List<Exposed.Target> targets = new ArrayList<>(moved.getOrDefault(false, List.of()));
            if (!within.isEmpty()) {
                inner.add(new Exposed(exposed.name(), exposed.label(), within));
                targets.add(new Exposed.Target(group.layer(), exposed.name()));
            }
            outer.add(new Exposed(exposed.name(), exposed.label(), targets));
        }
        Block made = changed.blocks().get(group.block());
        return made == null ? changed : changed.withBlock(made.exposing(inner)).withBlock(own.exposing(outer));
    }

    private static Design ungrouped(BlockEdit.Ungroup ungroup, Block own, Design before, Design changed) {
        Block apart = before.layer(ungroup.layer()).flatMap(before::blockOf).orElse(null);
        if (apart == null) {
            return changed;
        }
        Map<String, List<String>> placed = Ungrouping.placed(before, ungroup.layer());
        Map<String, List<Exposed.Target>> within = new LinkedHashMap<>();
        for (Exposed exposed : apart.exposed()) {
            within.put(
                    exposed.name(),
                    exposed.targets().stream()
                            .flatMap(target -> placed.getOrDefault(target.layer(), List.of()).stream()
                                    .map(layer -> new Exposed.Target(layer, target.parameter())))
                            .toList());
        }
        return changed.withBlock(own.exposing(own.exposed().stream()
                .map(exposed -> new Exposed(
                        exposed.name(),
                        exposed.label(),
                        exposed.targets().stream()
                                .flatMap(target -> target.layer().equals(ungroup.layer())
                                        ? within.getOrDefault(target.parameter(), List.of()).stream()
                                        : java.util.stream.Stream.of(target))
                                .toList()))
                .toList()));
    }
}
