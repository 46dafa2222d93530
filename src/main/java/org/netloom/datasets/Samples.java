package org.netloom.datasets;

import org.netloom.design.Problem;
import org.netloom.design.Result;
import org.netloom.design.Shape;

/**
 * What the engine trains on: normalised inputs and numeric targets, both row by row ({@code count × input size} and
 * {@code count × targetSize}).
 */
public record Samples(Shape input, int count, float[] features, float[] targets, int targetSize) {

    /**
     * Some rows of a dataset for a network with so many output units. Classes become one unit each (one-hot), or a single 0/1
     * column where there are two classes and one unit; numbers stay as they are.
     */
    public static Result<Samples> of(Examples examples, int[] rows, Normalization normalization, int units) {
        Target target = examples.info().target();
        boolean binary = target instanceof Target.Classes && target.size() == 2 && units == 1;
        if (units != target.size() && !binary) {
            return Result.refused(wrongUnits(examples.info(), units));
        }
        int size = examples.featureSize();
        float[] features = new float[Math.multiplyExact(rows.length, size)];
        float[] targets = new float[Math.multiplyExact(rows.length, units)];
        for (int at = 0; at < rows.length; at++) {
            System.arraycopy(examples.features(), rows[at] * size, features, at * size, size);
            switch (target) {
                case Target.Numbers numbers ->
                    System.arraycopy(examples.numbers(), rows[at] * units, targets, at * units, units);
                case Target.Classes classes -> {
                    int index = examples.classes()[rows[at]];
                    if (binary) {
                        targets[at] = index;
                    } else {
                        targets[at * units + index] = 1;
                    }
                }
            }
        }
        return Result.ok(
                new Samples(examples.info().input(), rows.length, normalization.apply(features), targets, units));
    }

    /** Why a network with so many output units cannot learn this dataset. */
    public static Problem wrongUnits(DatasetInfo info, int units) {
        int size = info.target().size();
        String expected = switch (info.target()) {
            case Target.Classes classes ->
                info.name() + " has " + size + " classes, so the output has " + size + " units"
                        + (size == 2 ? " (one each), or one unit that says how likely the second class is." : ".");
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
