package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Fit;

/** Misfits that several layers share. */
final class Misfits {

    private static final long LARGEST_SIDE = 1_000_000_000L;

    private Misfits() {}

    static Fit.Misfit needsVector(Shape input, String expected) {
        List<Fit.Remedy> remedies = new ArrayList<>();
        remedies.add(new Fit.Remedy.Insert("Insert Flatten → " + input.size(), 0, "flatten", Map.of()));
        if (!(input instanceof Shape.Vector)) {
            remedies.add(new Fit.Remedy.Insert(
                    "Insert Global pooling → " + input.dims().get(0), 0, "global-pool", Map.of()));
        }
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "it gets " + input.text() + ".",
                expected,
                "Put a Flatten or a Global pooling before it.",
                remedies);
    }

    /** @param forSequences the layer type that does the same for sequences; empty if there is none */
    static Fit.Misfit needsImage(Shape input, String forSequences) {
        List<Fit.Remedy> remedies = new ArrayList<>();
        switch (input) {
            case Shape.Vector(long features) -> {
                for (int channels : new int[] {1, 3}) {
                    long side = Math.round(Math.sqrt((double) features / channels));
                    if (side * side * channels == features) {
                        remedies.add(reshape(Shape.of(channels, side, side)));
                    }
                }
                if (remedies.isEmpty() && features <= LARGEST_SIDE) {
                    long height = nearestToSquare(features);
                    remedies.add(reshape(Shape.of(1, height, features / height)));
                }
            }
            case Shape.Sequence(long features, long steps) -> {
                if (!forSequences.isEmpty()) {
                    remedies.add(new Fit.Remedy.Become("Use " + forSequences + " for the sequence", forSequences));
                }
                remedies.add(reshape(Shape.of(1, features, steps)));
            }
            case Shape.Image image -> {}
        }
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "it gets " + input.text() + ".",
                "It takes pictures: channels × height × width.",
                "Put a Reshape before it.",
                remedies);
    }

    /** @param forImages the layer type that does the same for pictures; empty if there is none */
    static Fit.Misfit needsSequence(Shape input, String forImages) {
        List<Fit.Remedy> remedies = new ArrayList<>();
        switch (input) {
            case Shape.Vector(long features) -> {
                if (features <= LARGEST_SIDE) {
                    remedies.add(reshape(Shape.of(1, features)));
                }
                if (forImages.isEmpty()) {
                    remedies.add(new Fit.Remedy.Insert(
                            "Insert Repeat Vector → " + features + " × " + RepeatVector.USUAL_STEPS,
                            0,
                            "repeat-vector",
                            Map.of()));
                }
            }
            case Shape.Image(long channels, long height, long width) -> {
                if (!forImages.isEmpty()) {
                    remedies.add(new Fit.Remedy.Become("Use " + forImages + " for the picture", forImages));
                }
                if (channels <= LARGEST_SIDE / height) {
                    remedies.add(reshape(Shape.of(channels * height, width)));
                }
            }
            case Shape.Sequence sequence -> {}
        }
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "it gets " + input.text() + ".",
                "It takes sequences: features × steps.",
                "Put a Reshape before it.",
                remedies);
    }

    private static Fit.Remedy reshape(Shape to) {
        return new Fit.Remedy.Insert(
                "Insert Reshape → " + to.text(), 0, "reshape", Map.of("shape", new Value.Dims(to.dims())));
    }

    private static long nearestToSquare(long number) {
        long divisor = (long) Math.sqrt((double) number);
        while (number % divisor != 0) {
            divisor--;
        }
        return divisor;
    }

    static Fit.Misfit needsSequence(Shape input) {
        return needsSequence(input, 0);
    }

    /** @param number which input, from 0 */
    static Fit.Misfit needsSequence(Shape input, int number) {
        Value.Dims dims = input instanceof Shape.Image(long channels, long height, long width)
                ? new Value.Dims(List.of(channels, height * width))
                : new Value.Dims(List.of(1L, input.size()));
        Value.Dims other = input instanceof Shape.Image(long channels, long height, long width)
                ? new Value.Dims(List.of(height, channels * width))
                : new Value.Dims(List.of(input.size(), 1L));
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "it gets " + input.text() + ".",
                "It takes a sequence: features × steps.",
                "Reshape it to a sequence.",
                List.of(
                        new Fit.Remedy.Insert("Reshape → " + dims.text(), number, "reshape", Map.of("shape", dims)),
                        new Fit.Remedy.Insert("Reshape → " + other.text(), number, "reshape", Map.of("shape", other))));
    }
}
