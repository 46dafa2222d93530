package org.netloom.datasets;

import org.netloom.design.Problem;

/** Why examples cannot be divided as asked. */
final class SplitProblems {

    private SplitProblems() {}

    static Problem noStandardPart(DatasetInfo info) {
        return Problem.error(
                        "no-standard-test-part",
                        info.name() + " has no test part of its own.",
                        "A standard split needs a dataset that comes with one, such as MNIST.",
                        "Choose the split by fractions instead.")
                .of("split");
    }

    static Problem badFraction(String parameter, double value) {
        boolean test = parameter.equals("testFraction");
        return Problem.error(
                        "bad-fraction",
                        "The " + (test ? "test" : "validation") + " fraction is " + value + ".",
                        test
                                ? "It is greater than 0 and less than 1."
                                : "It is at least 0 (no validation) and less than 1.",
                        "Enter such a number; 0.15 suits most datasets.")
                .of(parameter);
    }

    static Problem nothingToTrainOn(SplitSpec spec) {
        return Problem.error(
                        "empty-part",
                        "Validation (" + spec.validationFraction() + ") and test (" + spec.testFraction()
                                + ") leave nothing to train on.",
                        "Together they are less than 1.",
                        "Make one of them smaller; 0.15 each suits most datasets.")
                .of("testFraction");
    }

    static Problem emptyPart(DatasetInfo info, String part, SplitSpec spec) {
        return Problem.error(
                        "empty-part",
                        "The " + part + " part of " + info.name() + " would be empty: the dataset has " + info.size()
                                + (info.size() == 1 ? " example." : " examples."),
                        "Every part that is asked for holds at least one example.",
                        spec.kind().equals(SplitSpec.FRACTIONS)
                                ? "Choose other fractions, or the split “all”, which trains and tests on everything."
                                : "Choose another validation fraction.")
                .of(part.equals("test") ? "testFraction" : "validationFraction");
    }
}
