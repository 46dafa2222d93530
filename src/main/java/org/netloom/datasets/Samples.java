package org.netloom.datasets;

import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Shape;

/**
 * What the engine trains on: normalised inputs and numeric targets, both row by row ({@code count × input size} and
 * {@code count × targetSize}). Classes at each step lie class by class, {@code classes × steps} an example, as a sequence does.
 *
 * @param lengths steps of each example that count (the others are padding); empty if every step does
 */
public record Samples(Shape input, int count, float[] features, float[] targets, int targetSize, int[] lengths) {

    /** Samples of which every step counts. */
    public Samples(Shape input, int count, float[] features, float[] targets, int targetSize) {
        this(input, count, features, targets, targetSize, new int[0]);
    }

    /**
     * Some rows of a dataset for a network that gives so many numbers in all. Classes become one unit each (one-hot), or a
     * single 0/1 column where there are two classes and one unit; the same at each step for classes per step, where padding is
     * all zeros; numbers stay as they are.
     */
    public static Result<Samples> of(Examples examples, int[] rows, Normalization normalization, int units) {
        Target target = examples.info().target();
        boolean binary = !(target instanceof Target.Numbers) && target.size() == 2 && 2 * units == target.outputs();
        if (units != target.outputs() && !binary) {
            return Result.refused(wrongUnits(examples.info(), units));
        }
        int size = examples.featureSize();
        float[] features = new float[Math.multiplyExact(rows.length, size)];
        float[] targets = new float[Math.multiplyExact(rows.length, units)];
        int[] lengths = new int[examples.lengths().length == 0 ? 0 : rows.length];
        for (int at = 0; at < rows.length; at++) {
            System.arraycopy(examples.features(), rows[at] * size, features, at * size, size);
            if (lengths.length > 0) {
                lengths[at] = examples.lengths()[rows[at]];
            }
            switch (target) {
                case Target.Numbers numbers ->
                    System.arraycopy(examples.numbers(), rows[at] * units, targets, at * units, units);
                case Target.Classes classes -> mark(targets, at * units, examples.classes()[rows[at]], 1, binary);
                case Target.ClassesPerStep classes -> {
                    int steps = classes.steps();
                    int counting = lengths.length > 0 ? Math.min(lengths[at], steps) : steps;
                    for (int step = 0; step < counting; step++) {
                        int index = examples.classes()[rows[at] * steps + step];
                        mark(targets, at * units + step, index, steps, binary);
                    }
                }
            }
        }
        return Result.ok(new Samples(
                examples.info().input(), rows.length, normalization.apply(features), targets, units, lengths));
    }

    private static void mark(float[] targets, int from, int index, int stride, boolean binary) {
        if (binary) {
            targets[from] = index;
        } else {
            targets[from + index * stride] = 1;
        }
    }

    /** Why a network with so many output units cannot learn this dataset. */
    public static Problem wrongUnits(DatasetInfo info, int units) {
        int size = info.target().size();
        String expected = switch (info.target()) {
            case Target.Classes classes ->
                info.name() + " has " + size + " classes, so the output has " + size + " units"
                        + (size == 2 ? " (one each), or one unit that says how likely the second class is." : ".");
            case Target.ClassesPerStep classes ->
                info.name() + " has " + size + " classes at each of " + classes.steps()
                        + " steps, so the output is a sequence of " + classes.steps() + " steps with " + size
                        + (size == 2 ? " units (one each), or one unit, at each." : " units at each.");
            case Target.Numbers numbers ->
                info.name() + " has " + size + (size == 1 ? " number" : " numbers") + " to predict, so the output has "
                        + size + (size == 1 ? " unit." : " units.");
        };
        return Problem.error(
                        "output-units",
                        "The output of the network has " + units + (units == 1 ? " unit." : " units."),
                        expected,
                        "Give the last layer " + size + (size == 1 ? " unit" : " units")
                                + ", or choose another dataset.")
                .of("units");
    }
}
