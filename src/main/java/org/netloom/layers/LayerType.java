package org.netloom.layers;

import java.util.List;
import org.netloom.design.Shape;

/** A kind of layer, described once. Implementations are stateless and live one to a file in {@code layers.catalog}. */
public interface LayerType extends LayerKind {

    /** Raised when the meaning of a parameter changes; documents carry migrations from older ones. */
    default int version() {
        return 1;
    }

    /** Where it stands on its category's shelf: small numbers first, equal ones by label. */
    default int place() {
        return 100;
    }

    /** The shape that comes out, or why these inputs do not fit. */
    Fit outputShape(List<Shape> inputs, Settings settings);

    /** What it is made of, for inputs that fit. Several operations are applied one after the other. */
    List<Op> lower(List<Shape> inputs, Settings settings);
}
