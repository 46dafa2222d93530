package org.netloom.layers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netloom.design.Shape;
import org.netloom.design.Value;

/** Whether what flows into a layer suits it. */
public sealed interface Fit {

    /** It does, and this is what comes out. */
    record Fits(Shape output) implements Fit {}

    /** It does not; the three sentences of a problem, and what would mend it. */
    record Misfit(
            String code, @Nullable String parameter, String what, String expected, String fix, List<Remedy> remedies)
            implements Fit {
        public Misfit {
            remedies = List.copyOf(remedies);
        }
    }

    /** A change near the layer that would make it fit; the catalog turns it into an edit. */
    sealed interface Remedy {
        String label();

        /** Sets a parameter of the layer itself. */
        record Set(String label, String parameter, @Nullable Value value) implements Remedy {}

        /** Sets several parameters of the layer itself. */
        record SetAll(String label, Map<String, Value> values) implements Remedy {}

        /** Puts a new layer into the wire that leads to input number {@code input}. */
        record Insert(String label, int input, String type, Map<String, Value> values) implements Remedy {}

        /** Puts new layers, one after the other, into the wires that lead to some inputs, by the inputs' numbers. */
        record InsertAll(String label, Map<Integer, List<Link>> chains) implements Remedy {}

        /** One of several layers to be put into a wire. */
        record Link(String type, Map<String, Value> values) {}

        /** Replaces the layer's type. */
        record Become(String label, String type) implements Remedy {}
    }

    static Fit of(Shape output) {
        return new Fits(output);
    }
}
