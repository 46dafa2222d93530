package org.netloom.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Brings wires back among those that stayed: a layer takes its inputs in the order of its wires, so the order is part of the network. */
final class WireOrder {

    private WireOrder() {}

    /**
     * The edit that draws removed wires again where they were.
     *
     * @param before the design before they were removed
     * @param draw makes the edit that draws all of the given wires
     */
    static Edit keeping(Design before, List<Wire> removed, Function<List<Wire>, Edit> draw) {
        Set<Wire> gone = new LinkedHashSet<>(removed);
        Set<String> ends = new LinkedHashSet<>();
        removed.forEach(wire -> ends.add(wire.to()));
        List<Wire> again = new ArrayList<>();
        Set<String> stayed = new LinkedHashSet<>();
        for (Wire wire : before.wires()) {
            if (gone.contains(wire)) {
                again.add(wire);
            } else if (ends.contains(wire.to())) {
                again.add(wire);
                stayed.add(wire.id());
            }
        }
        Edit drawn = draw.apply(again);
        return stayed.isEmpty() ? drawn : new Edit.Batch(new Edit.Disconnect(stayed), drawn);
    }
}
