package org.netloom.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives layers another source in the place of one, keeping the order of their inputs. */
final class Rewiring {

    private final Design before;
    private final Design without;
    private final Set<String> cut = new LinkedHashSet<>();

    /** @param without the design when the source is gone with its wires */
    Rewiring(Design before, Design without) {
        this.before = before;
        this.without = without;
    }

    /** The wires to draw once what is to be cut is cut. */
    List<Wire> replacing(String source, String by) {
        List<Wire> drawn = new ArrayList<>();
        for (Wire out : before.outOf(source)) {
            if (without.layers().containsKey(out.to())) {
                without.into(out.to()).forEach(wire -> cut.add(wire.id()));
                for (Wire wire : before.into(out.to())) {
                    if (wire.from().equals(source)) {
                        drawn.add(Wire.between(by, wire.to()));
                    } else if (without.layers().containsKey(wire.from())) {
                        drawn.add(wire);
                    }
                }
            }
        }
        return drawn;
    }

    Optional<Edit> cut() {
        return cut.isEmpty() ? Optional.empty() : Optional.of(new Edit.Disconnect(cut));
    }
}
