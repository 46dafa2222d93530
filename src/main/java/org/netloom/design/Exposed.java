package org.netloom.design;

import java.util.List;

/**
 * A parameter of a block: setting it at a use sets it at layers inside.
 *
 * @param name stable name in documents, unique in the block
 * @param label what a person reads
 * @param targets the parameters that it sets, all to the same value; the first one's own value is the default
 */
public record Exposed(String name, String label, List<Target> targets) {
    public Exposed {
        targets = List.copyOf(targets);
    }

    /** A parameter of a layer inside. */
    public record Target(String layer, String parameter) {}

    public static Exposed of(String name, String label, String layer, String parameter) {
        return new Exposed(name, label, List.of(new Target(layer, parameter)));
    }

    public boolean sets(String layer, String parameter) {
        return targets.contains(new Target(layer, parameter));
    }
}
