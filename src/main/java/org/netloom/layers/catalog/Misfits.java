package org.netloom.layers.catalog;

import java.util.List;
import java.util.Map;
import org.netloom.design.Shape;
import org.netloom.layers.Fit;

/** Misfits that several layers share. */
final class Misfits {

    private Misfits() {}

    static Fit.Misfit needsVector(Shape input, String expected) {
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "it gets " + input.text() + ".",
                expected,
                "Put a Flatten before it.",
                List.of(new Fit.Remedy.Insert("Insert Flatten → " + input.size(), 0, "flatten", Map.of())));
    }
}
