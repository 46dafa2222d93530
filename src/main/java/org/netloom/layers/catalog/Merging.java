package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Fit;

/** What the layers share that join inputs of one shape number by number. */
final class Merging {

    private Merging() {}

    static Fit sameShape(List<Shape> inputs) {
        Shape first = inputs.get(0);
        for (int i = 1; i < inputs.size(); i++) {
            if (!inputs.get(i).equals(first)) {
                return different(first, inputs.get(i), i);
            }
        }
        return Fit.of(first);
    }

    private static Fit different(Shape first, Shape other, int input) {
        List<Fit.Remedy> remedies = new ArrayList<>();
        if (sameButFeatures(first, other)) {
            long wanted = first.dims().get(0);
            remedies.add(new Fit.Remedy.Insert(
                    "Project input " + (input + 1) + " with Dense → " + first.text(),
                    input,
                    "dense",
                    Map.of("units", Value.of(wanted), "activation", Value.of("identity"))));
            remedies.add(new Fit.Remedy.Become("Concatenate instead", "concatenate"));
        } else if (first.size() == other.size()) {
            remedies.add(new Fit.Remedy.Insert(
                    "Reshape input " + (input + 1) + " → " + first.text(),
                    input,
                    "reshape",
                    Map.of("shape", new Value.Dims(first.dims()))));
        } else if (first instanceof Shape.Vector) {
            remedies.add(new Fit.Remedy.Insert(
                    "Insert Flatten before input " + (input + 1) + " → " + other.size(), input, "flatten", Map.of()));
        } else {
            remedies.add(
                    new Fit.Remedy.Insert("Insert Flatten before input 1 → " + first.size(), 0, "flatten", Map.of()));
        }
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "input 1 is " + first.text() + " but input " + (input + 1) + " is " + other.text() + ".",
                "All inputs have the same shape.",
                "Bring them to one shape, or use Concatenate.",
                remedies);
    }

    /** Whether a Dense layer, which works at every step, can bring one to the other's shape. */
    private static boolean sameButFeatures(Shape first, Shape other) {
        return first instanceof Shape.Vector && other instanceof Shape.Vector
                || first instanceof Shape.Sequence(long a, long steps)
                        && other instanceof Shape.Sequence(long b, long others)
                        && steps == others;
    }
}
