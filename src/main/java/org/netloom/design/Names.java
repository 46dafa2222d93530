package org.netloom.design;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Ids and names that are still free among some layers. */
final class Names {

    private final Set<String> ids = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    private Names() {}

    static Names in(Collection<Layer> layers) {
        Names taken = new Names();
        layers.forEach(taken::take);
        return taken;
    }

    void take(Layer layer) {
        ids.add(layer.id());
        names.add(layer.name());
    }

    /** An end of a block, called {@code in1}, {@code in2} … */
    Layer end(String type, String base) {
        int number = 1;
        while (ids.contains(base + number) || names.contains(base + number)) {
            number++;
        }
        Layer end = Layer.of(base + number, type);
        take(end);
        return end;
    }

    String freeName(String wanted) {
        return free(wanted, names, " ");
    }

    String freeId(String wanted) {
        return free(wanted, ids, "_");
    }

    private static String free(String wanted, Set<String> taken, String gap) {
        if (!taken.contains(wanted)) {
            return wanted;
        }
        String stem = wanted.length() > 50 ? wanted.substring(0, 50) : wanted;
        int number = 2;
        while (taken.contains(stem + gap + number)) {
            number++;
        }
        return stem + gap + number;
    }
}
