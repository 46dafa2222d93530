package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Fit;
import org.netloom.layers.Initializer;
import org.netloom.layers.Op;
import org.netloom.layers.Settings;

/** What the attention layers share. */
final class Attending {

    private Attending() {}

    static Fit outputShape(List<Shape> inputs, Settings settings, long heads, boolean projected) {
        for (int i = 0; i < inputs.size(); i++) {
            if (!(inputs.get(i) instanceof Shape.Sequence)) {
                return Misfits.needsSequence(inputs.get(i), i);
            }
        }
        Shape.Sequence query = (Shape.Sequence) inputs.get(0);
        boolean divides = query.features() % heads == 0;
        if (projected && settings.value("keySize").isEmpty() && !divides) {
            long size = Math.max(1, query.features() / heads);
            return new Fit.Misfit(
                    "heads-do-not-divide",
                    "heads",
                    heads + " heads do not divide " + query.features() + " features.",
                    "Where the key size is empty, the features are a multiple of the heads.",
                    "Enter a key size, or change the heads.",
                    List.of(
                            new Fit.Remedy.Set(
                                    "Set the key size to " + size + " → " + query.text(), "keySize", Value.of(size)),
                            new Fit.Remedy.Set(
                                    "Set heads to " + nearestDivisor(query.features(), heads) + " → " + query.text(),
                                    "heads",
                                    Value.of(nearestDivisor(query.features(), heads)))));
        }
        return Fit.of(query);
    }

    private static long nearestDivisor(long features, long heads) {
        long divisor = Math.min(heads, features);
        while (features % divisor != 0) {
            divisor--;
        }
        return divisor;
    }

    static List<Op> lower(
            List<Shape> inputs, Settings settings, long heads, boolean projected, Initializer initializer) {
        Shape.Sequence query = (Shape.Sequence) inputs.get(0);
        long size = projected && settings.value("keySize").isPresent()
                ? settings.whole("keySize")
                : query.features() / heads;
        return List.of(new Op.Attend(
                query,
                (Shape.Sequence) inputs.get(inputs.size() - 1),
                heads,
                size,
                projected,
                projected && settings.flag("bias"),
                settings.flag("causal"),
                initializer));
    }
}
