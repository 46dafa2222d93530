package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Fit;

/** What the layers share that join inputs of one shape number by number. */
final class Merging {

    private static final long MOST_REMAPPED = 10_000;

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
            remedies.add(new Fit.Remedy.Insert(
                    "Project input " + (input + 1) + " with Dense → " + first.text(),
                    input,
                    "dense",
                    Map.of("units", Value.of(first.dims().get(0)), "activation", Value.of("identity"))));
            remedies.add(new Fit.Remedy.Become("Concatenate instead", "concatenate"));
        } else if (first instanceof Shape.Image wanted && other instanceof Shape.Image picture) {
            projected(wanted, picture, input).ifPresent(remedies::add);
            if (remedies.isEmpty()) {
                projected(picture, wanted, 0).ifPresent(remedies::add);
            }
        }
        if (first.size() == other.size()) {
            remedies.add(new Fit.Remedy.Insert(
                    "Reshape input " + (input + 1) + " → " + first.text(),
                    input,
                    "reshape",
                    Map.of("shape", new Value.Dims(first.dims()))));
        }
        if (remedies.size() < 2) {
            remapped(other, first, input).ifPresent(remedies::add);
            remapped(first, other, 0).ifPresent(remedies::add);
        }
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "input 1 is " + first.text() + " but input " + (input + 1) + " is " + other.text() + ".",
                "All inputs have the same shape.",
                "Bring them to one shape, or use Concatenate.",
                remedies.stream().limit(3).toList());
    }

    /** A residual branch brought to the other's channels and size by a convolution of 1 × 1 with strides. */
    private static Optional<Fit.Remedy> projected(Shape.Image wanted, Shape.Image picture, int input) {
        long down = Math.ceilDiv(picture.height(), wanted.height());
        long across = Math.ceilDiv(picture.width(), wanted.width());
        boolean reaches = Math.ceilDiv(picture.height(), down) == wanted.height()
                && Math.ceilDiv(picture.width(), across) == wanted.width();
        return !reaches
                ? Optional.empty()
                : Optional.of(new Fit.Remedy.Insert(
                        "Project input " + (input + 1) + " with Conv2D 1 × 1 → " + wanted.text(),
                        input,
                        "conv2d",
                        Map.of(
                                "filters", Value.of(wanted.channels()),
                                "kernel", Value.dims(1, 1),
                                "stride", Value.dims(down, across),
                                "activation", Value.of("identity"))));
    }

    /** Any shape brought to any other by a Dense layer across all numbers, where that is not out of all proportion. */
    private static Optional<Fit.Remedy> remapped(Shape from, Shape to, int input) {
        if (Math.max(from.size(), to.size()) > MOST_REMAPPED) {
            return Optional.empty();
        }
        List<Fit.Remedy.Link> chain = new ArrayList<>();
        if (!(from instanceof Shape.Vector)) {
            chain.add(new Fit.Remedy.Link("flatten", Map.of()));
        }
        chain.add(
                new Fit.Remedy.Link("dense", Map.of("units", Value.of(to.size()), "activation", Value.of("identity"))));
        if (!(to instanceof Shape.Vector)) {
            chain.add(new Fit.Remedy.Link("reshape", Map.of("shape", new Value.Dims(to.dims()))));
        }
        return Optional.of(new Fit.Remedy.InsertAll(
                "Remap input " + (input + 1) + " with Dense → " + to.text(), Map.of(input, chain)));
    }

    /** Whether a Dense layer, which works at every step, can bring one to the other's shape. */
    private static boolean sameButFeatures(Shape first, Shape other) {
        return first instanceof Shape.Vector && other instanceof Shape.Vector
                || first instanceof Shape.Sequence(long a, long steps)
                        && other instanceof Shape.Sequence(long b, long others)
                        && steps == others;
    }
}
