package org.netloom.editor.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** All that is on the canvas, by id, in drawing order. */
record CanvasGraph(Map<String, CanvasCard> cards, Map<String, CanvasWire> wires) {
    static final CanvasGraph EMPTY = new CanvasGraph(Map.of(), Map.of());

    static CanvasGraph of(Collection<CanvasCard> cards, Collection<CanvasWire> wires) {
        return new CanvasGraph(byId(cards, CanvasCard::id), byId(wires, CanvasWire::id));
    }

    /** What has to be told to somebody who has seen {@code before}. */
    Patch since(CanvasGraph before) {
        return new Patch(
                changed(before.cards, cards),
                removed(before.cards, cards),
                changed(before.wires, wires),
                removed(before.wires, wires));
    }

    record Patch(List<CanvasCard> cards, List<String> removedCards, List<CanvasWire> wires, List<String> removedWires) {
        boolean isEmpty() {
            return cards.isEmpty() && removedCards.isEmpty() && wires.isEmpty() && removedWires.isEmpty();
        }
    }

    private static <T> Map<String, T> byId(Collection<T> things, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        things.forEach(thing -> map.put(id.apply(thing), thing));
        return map;
    }

    private static <T> List<T> changed(Map<String, T> before, Map<String, T> after) {
        List<T> changed = new ArrayList<>();
        after.forEach((id, thing) -> {
            if (!Objects.equals(before.get(id), thing)) {
                changed.add(thing);
            }
        });
        return changed;
    }

    private static <T> List<String> removed(Map<String, T> before, Map<String, T> after) {
        return before.keySet().stream().filter(id -> !after.containsKey(id)).toList();
    }
}
