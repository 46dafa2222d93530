package org.netloom.design;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Leaves cards where they are that an edit would move. */
public final class Moves {

    private Moves() {}

    /** @param stays asked for the mark, as in {@link Footprint}, of each place that the edit would change */
    public static Edit without(Edit edit, Predicate<String> stays) {
        return without(edit, "", stays);
    }

    private static Edit without(Edit edit, String graph, Predicate<String> stays) {
        return switch (edit) {
            case Edit.MoveLayers move -> {
                Map<String, Position> left = new LinkedHashMap<>();
                move.positions().forEach((id, place) -> {
                    if (!stays.test(graph + id + "/:place")) {
                        left.put(id, place);
                    }
                });
                yield new Edit.MoveLayers(left);
            }
            case Edit.Batch batch ->
                new Edit.Batch(batch.edits().stream()
                        .map(each -> without(each, graph, stays))
                        .toList());
            case BlockEdit.InBlock inside ->
                new BlockEdit.InBlock(inside.block(), without(inside.edit(), "#" + inside.block() + "/", stays));
            case Edit.AddLayers add -> add;
            case Edit.RemoveLayers remove -> remove;
            case Edit.Connect connect -> connect;
            case Edit.Disconnect disconnect -> disconnect;
            case Edit.SetParameter set -> set;
            case Edit.Rename rename -> rename;
            case BlockEdit other -> other;
        };
    }
}
