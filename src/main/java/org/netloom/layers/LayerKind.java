package org.netloom.layers;

import java.util.List;
import org.netloom.design.Arity;

/** What a person sees of a kind of layer, and sets. Every layer type has it, and so has every block that a design defines. */
public interface LayerKind {

    /** Stable name in documents and the API, such as {@code dense}. */
    String id();

    String label();

    Category category();

    /** Name of an icon, such as {@code grid}. */
    String icon();

    /** One or two sentences: what it does and when to use it. */
    String help();

    /** What it computes, as a formula in plain characters. */
    String formula();

    List<Parameter> parameters();

    default Arity arity() {
        return Arity.ONE;
    }

    /** The one or two parameters that matter, for the card: {@code 128 · ReLU}. */
    String summary(Settings settings);
}
