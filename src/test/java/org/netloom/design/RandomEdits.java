package org.netloom.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Draws edits that make sense on a design, for property tests. */
final class RandomEdits {

    private final Random random;
    private int next = 1;

    RandomEdits(long seed) {
        random = new Random(seed);
    }

    Edit on(Design design) {
        if (design.layers().size() < 2) {
            return add();
        }
        return switch (random.nextInt(7)) {
            case 0, 1 -> add();
            case 2 -> new Edit.RemoveLayers(Set.of(any(design)));
            case 3 ->
                new Edit.MoveLayers(Map.of(any(design), new Position(random.nextInt(1000), random.nextInt(1000))));
            case 4 ->
                new Edit.SetParameter(
                        any(design), "units", random.nextBoolean() ? Value.of(random.nextInt(100)) : null);
            case 5 -> new Edit.Connect(any(design), any(design));
            default ->
                design.wires().isEmpty()
                        ? add()
                        : new Edit.Batch(
                                new Edit.Disconnect(Set.of(design.wires()
                                        .get(random.nextInt(design.wires().size()))
                                        .id())),
                                new Edit.Rename(any(design), "name" + next++));
        };
    }

    private Edit add() {
        String id = "layer" + next++;
        return new Edit.AddLayers(Layer.of(id, "dense").at(random.nextInt(1000), random.nextInt(1000)));
    }

    private String any(Design design) {
        List<String> ids = new ArrayList<>(design.layers().keySet());
        return ids.get(random.nextInt(ids.size()));
    }
}
