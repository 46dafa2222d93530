package org.netloom.layers;

import java.util.List;
import org.netloom.design.Arity;
import org.netloom.design.Shape;

/** A kind of layer, described once. Implementations are stateless and live one to a file in {@code layers.catalog}. */
public interface LayerType {

    /** Stable name in documents and the API, such as {@code dense}. */
    String id();

    /** Raised when the meaning of a parameter changes; documents carry migrations from older ones. */
    default int version() {
        return 1;
    }

    String label();

    Category category();

    /** Where it stands on its category's shelf: small numbers first, equal ones by label. */
    default int place() {
        return 100;
    }

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

    /** The shape that comes out, or why these inputs do not fit. */
    Fit outputShape(List<Shape> inputs, Settings settings);

    /** What it is made of, for inputs that fit. Several operations are applied one after the other. */
    List<Op> lower(List<Shape> inputs, Settings settings);
}
