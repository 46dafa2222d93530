package org.netloom.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the document needs to know of layer types; the catalog answers. */
public interface LayerRules {

    /** Wires that such a layer takes, or {@code null} where the type is not in the catalog. */
    @Nullable
    Arity arity(Design design, Layer layer);

    /** Problems of the layer's own parameters, whatever flows in. */
    List<Problem> parameterProblems(Design design, Layer layer);

    /** Shape, parameters and cost, or why the layer cannot take these inputs. Only asked where the parameters are sound. */
    Result<LayerFacts> facts(Design design, Layer layer, List<Shape> inputs);

    /** A new layer of the type that ends or begins a network, for a repair. */
    Layer newSink(Design design, Layer after);

    Layer newSource(Design design, Layer before);

    /** A new layer that joins several wires into one, for a repair. */
    Layer newJoin(Design design, Layer before);

    /** Whether the design is the inside of a block, whose ends are no Inputs and Outputs of a network. */
    default boolean isInside() {
        return false;
    }
}
