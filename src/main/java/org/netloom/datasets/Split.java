package org.netloom.datasets;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.netloom.design.Problem;
import org.netloom.design.Result;

/**
 * Which examples are for training, for validation and for the final test: indices in ascending order. The same examples,
 * specification and seed always give the same split, and no example is in two parts (but with {@code all}).
 */
public record Split(int[] train, int[] validation, int[] test) {

    public static Result<Split> of(Examples examples, SplitSpec spec) {
        return switch (spec.kind()) {
            case SplitSpec.ALL -> {
                int[] everything = range(0, examples.count());
                yield Result.ok(new Split(everything, everything, everything));
            }
            case SplitSpec.STANDARD -> standard(examples, spec);
            case SplitSpec.FRACTIONS -> fractions(examples, spec);
            default ->
                Result.refused(Problem.error(
                                "unknown-split",
                                "There is no split called “" + spec.kind() + "”.",
                                "A split is standard, fractions or all.",
                                "Choose one of the three.")
                        .of("split"));
        };
    }

    private static Result<Split> standard(Examples examples, SplitSpec spec) {
        if (!examples.info().standardTestPart()) {
            return Result.refused(SplitProblems.noStandardPart(examples.info()));
        }
        if (!isFraction(spec.validationFraction())) {
            return Result.refused(SplitProblems.badFraction("validationFraction", spec.validationFraction()));
        }
        int[] test = range(examples.standardTestFrom(), examples.count());
        int[] rest = range(0, examples.standardTestFrom());
        int wanted = wanted(spec.validationFraction(), rest.length);
        Draw draw = Draw.from(examples, rest, wanted, new Dice(spec.seed(), 1));
        return checked(examples, spec, new Split(draw.rest(), draw.taken(), test));
    }

    private static Result<Split> fractions(Examples examples, SplitSpec spec) {
        if (!isFraction(spec.validationFraction())) {
            return Result.refused(SplitProblems.badFraction("validationFraction", spec.validationFraction()));
        }
        if (!isFraction(spec.testFraction()) || spec.testFraction() == 0) {
            return Result.refused(SplitProblems.badFraction("testFraction", spec.testFraction()));
        }
        if (spec.validationFraction() + spec.testFraction() >= 1) {
            return Result.refused(SplitProblems.nothingToTrainOn(spec));
        }
        int count = examples.count();
        Draw test = Draw.from(examples, range(0, count), wanted(spec.testFraction(), count), new Dice(spec.seed(), 0));
        Draw validation =
                Draw.from(examples, test.rest(), wanted(spec.validationFraction(), count), new Dice(spec.seed(), 1));
        return checked(examples, spec, new Split(validation.rest(), validation.taken(), test.taken()));
    }

    private static Result<Split> checked(Examples examples, SplitSpec spec, Split split) {
        if (split.train.length == 0) {
            return Result.refused(SplitProblems.emptyPart(examples.info(), "training", spec));
        }
        if (split.test.length == 0) {
            return Result.refused(SplitProblems.emptyPart(examples.info(), "test", spec));
        }
        if (split.validation.length == 0 && spec.validationFraction() > 0) {
            return Result.refused(SplitProblems.emptyPart(examples.info(), "validation", spec));
        }
        return Result.ok(split);
    }

    private static boolean isFraction(double value) {
        return value >= 0 && value < 1;
    }

    private static int wanted(double fraction, int count) {
        return (int) Math.floor(fraction * count + 0.5);
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    /** Part of the examples, drawn so that every class has its share. */
    private record Draw(int[] taken, int[] rest) {

        static Draw from(Examples examples, int[] pool, int wanted, Dice dice) {
            int[] order = pool.clone();
            dice.shuffle(order);
            int[] share = switch (examples.info().target()) {
                case Target.Classes classes -> Shares.of(wanted, counts(examples, pool, classes.size()));
                case Target.ClassesPerStep classes -> new int[] {wanted};
                case Target.Numbers numbers -> new int[] {wanted};
            };
            boolean classed = examples.info().target() instanceof Target.Classes;
            IntStream.Builder taken = IntStream.builder();
            IntStream.Builder rest = IntStream.builder();
            for (int example : order) {
                int group = classed ? examples.classes()[example] : 0;
                (share[group]-- > 0 ? taken : rest).add(example);
            }
            return new Draw(
                    taken.build().sorted().toArray(), rest.build().sorted().toArray());
        }

        private static int[] counts(Examples examples, int[] pool, int classes) {
            int[] counts = new int[classes];
            Arrays.stream(pool).forEach(example -> counts[examples.classes()[example]]++);
            return counts;
        }
    }
}
