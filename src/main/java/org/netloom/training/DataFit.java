package org.netloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.Samples;
import org.netloom.datasets.SplitSpec;
import org.netloom.datasets.Target;
import org.netloom.design.Edit;
import org.netloom.design.Layer;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Value;
import org.netloom.layers.Activation;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.Settings;

/** Whether the ends of a design and the plan suit the dataset. */
final class DataFit {

    private final DatasetInfo data;
    private final TrainingPlan plan;
    private final LayerCatalog layers;
    private final List<Problem> problems = new ArrayList<>();

    private DataFit(DatasetInfo data, TrainingPlan plan, LayerCatalog layers) {
        this.data = data;
        this.plan = plan;
        this.layers = layers;
    }

    static List<Problem> problems(
            Optional<DatasetInfo> data,
            TrainingPlan plan,
            List<Layer> inputs,
            List<Layer> outputs,
            LayerCatalog layers) {
        if (data.isEmpty()) {
            return List.of(Problem.error(
                            "unknown-dataset",
                            "There is no dataset “" + plan.dataset() + "”.",
                            "The plan names the dataset to learn from.",
                            "Choose a dataset in the plan.")
                    .of("dataset"));
        }
        DataFit fit = new DataFit(data.get(), plan, layers);
        fit.split();
        fit.number("Inputs", inputs);
        fit.number("Outputs", outputs);
        if (inputs.size() == 1 && fit.isSound(inputs.get(0))) {
            fit.input(inputs.get(0));
        }
        if (outputs.size() == 1 && fit.isSound(outputs.get(0))) {
            fit.output(outputs.get(0));
        }
        return fit.problems;
    }

    private boolean isSound(Layer layer) {
        return layers.settings(layer).problems().isEmpty();
    }

    private void number(String what, List<Layer> ends) {
        if (ends.size() > 1) {
            problems.add(Problem.error(
                            "several-" + what.toLowerCase(java.util.Locale.ROOT),
                            "The design has " + ends.size() + " " + what + ".",
                            data.name() + " gives one input and one target.",
                            "Keep one and remove the others.")
                    .at(ends.get(1).id()));
        }
    }

    private void split() {
        if (plan.split().kind().equals(SplitSpec.STANDARD) && !data.standardTestPart()) {
            problems.add(Problem.error(
                            "no-standard-split",
                            data.name() + " has no test part of its own.",
                            "The split “the dataset's own” needs one.",
                            "Choose the split by fractions" + (data.size() < 20 ? ", or everything everywhere." : "."))
                    .of("split"));
        }
        if (plan.split().kind().equals(SplitSpec.FRACTIONS) && data.size() < 20) {
            problems.add(Problem.error(
                            "too-few-to-split",
                            data.name() + " has only " + data.size() + (data.size() == 1 ? " example." : " examples."),
                            "A split by fractions needs enough examples for three parts.",
                            "Choose the split “everything everywhere”.")
                    .of("split"));
        }
        if (plan.earlyStopping().isPresent()
                && !plan.validateOnTest()
                && !plan.split().kind().equals(SplitSpec.ALL)
                && plan.split().validationFraction() == 0) {
            problems.add(Problem.error(
                            "nothing-to-validate-on",
                            "Early stopping is on, but the validation part is empty.",
                            "Early stopping watches the loss on a validation part.",
                            "Give the validation part a share, or switch early stopping off.")
                    .of("validationFraction"));
        }
    }

    private void input(Layer input) {
        Settings settings = layers.settings(input);
        if (!settings.dims("shape").equals(data.input().dims())) {
            problems.add(Problem.error(
                            "input-shape",
                            input.name() + " has the shape " + new Value.Dims(settings.dims("shape")).text() + ".",
                            "An example of " + data.name() + " has the shape "
                                    + data.input().text() + ".",
                            "Give the Input the dataset's shape, or choose another dataset.")
                    .at(input.id())
                    .of("shape")
                    .with(List.of(new Repair(
                            "Set shape to " + data.input().text(),
                            new Edit.SetParameter(
                                    input.id(),
                                    "shape",
                                    new Value.Dims(data.input().dims()))))));
        }
    }

    private void output(Layer output) {
        Settings settings = layers.settings(output);
        long units = settings.whole("units");
        int wanted = data.target().size();
        boolean classes = !(data.target() instanceof Target.Numbers);
        boolean binary = classes && wanted == 2 && units == 1;
        if (units != wanted && !binary) {
            problems.add(Samples.wrongUnits(data, (int) Math.min(units, Integer.MAX_VALUE))
                    .at(output.id())
                    .with(List.of(new Repair(
                            "Set units to " + wanted, new Edit.SetParameter(output.id(), "units", Value.of(wanted))))));
            return;
        }
        activation(output, Activation.from(settings).kind(), units, classes);
    }

    private void activation(Layer output, Activation.Kind kind, long units, boolean classes) {
        if (kind == Activation.Kind.SOFTMAX && units == 1) {
            problems.add(suggestion(
                    output,
                    Problem.Severity.ERROR,
                    "single-softmax",
                    "Softmax over one unit is always 1.",
                    "One unit needs an activation that can vary.",
                    classes ? "sigmoid" : "identity"));
        }
        Loss loss = plan.loss();
        boolean probability = kind == Activation.Kind.SOFTMAX
                || kind == Activation.Kind.SIGMOID
                || kind == Activation.Kind.HARD_SIGMOID;
        if ((loss == Loss.CROSS_ENTROPY || loss == Loss.BINARY_CROSS_ENTROPY || loss == Loss.KL_DIVERGENCE)
                && !probability) {
            problems.add(suggestion(
                    output,
                    Problem.Severity.ERROR,
                    "loss-needs-probabilities",
                    loss.label() + " takes logarithms of the predictions, but " + kind.label()
                            + " can give values outside 0…1.",
                    "Its predictions are probabilities.",
                    units == 1 || loss == Loss.BINARY_CROSS_ENTROPY ? "sigmoid" : "softmax"));
        } else if (loss == Loss.CROSS_ENTROPY && units == 1) {
            problems.add(Problem.error(
                            "cross-entropy-single",
                            "Cross-entropy over one unit ignores every example whose target is 0.",
                            "It compares one probability for each class.",
                            "Use binary cross-entropy for a single unit.")
                    .of("loss"));
        } else if (classes && units > 2 && kind != Activation.Kind.SOFTMAX) {
            problems.add(suggestion(
                    output,
                    Problem.Severity.WARNING,
                    "classes-without-softmax",
                    data.name() + " has " + units + " classes, but " + output.name() + " ends in " + kind.label() + ".",
                    "Softmax gives probabilities that sum to 1.",
                    "softmax"));
        } else if (!classes && plan.loss() != Loss.HALF_SQUARED_ERROR && kind == Activation.Kind.SOFTMAX) {
            problems.add(suggestion(
                    output,
                    Problem.Severity.WARNING,
                    "softmax-for-numbers",
                    data.name() + " has numbers to predict, but softmax gives probabilities.",
                    "Numbers are predicted with a linear output.",
                    "identity"));
        }
    }

    private static Problem suggestion(
            Layer output, Problem.Severity severity, String code, String what, String expected, String activation) {
        return new Problem(
                code,
                severity,
                output.id(),
                "activation",
                what,
                expected,
                "Change the activation.",
                List.of(new Repair(
                        "Set activation to " + Activation.Kind.byId(activation).label(),
                        new Edit.SetParameter(output.id(), "activation", Value.of(activation)))));
    }
}
