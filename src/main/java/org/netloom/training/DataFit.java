package org.netloom.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netloom.datasets.DatasetInfo;
import org.netloom.datasets.SplitSpec;
import org.netloom.datasets.Target;
import org.netloom.design.Design;
import org.netloom.design.Edit;
import org.netloom.design.Inference;
import org.netloom.design.Layer;
import org.netloom.design.LayerFacts;
import org.netloom.design.Problem;
import org.netloom.design.Repair;
import org.netloom.design.Result;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Activation;
import org.netloom.layers.LayerCatalog;
import org.netloom.layers.Network;
import org.netloom.layers.Op;
import org.netloom.layers.Rivals;

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
            Optional<DatasetInfo> data, TrainingPlan plan, Design design, Inference inference, LayerCatalog layers) {
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
        fit.augmentation();
        fit.restarts(design, layers);
        if (inference.isSound()
                && layers.lower(design) instanceof Result.Ok<Network>(Network network)
                && AdversarialFit.concerns(network)) {
            fit.problems.addAll(AdversarialFit.problems(design, network, data.get(), plan));
            Roles entering = Roles.of(Roles.entering(network), data.get());
            fit.problems.addAll(UnfitEnds.problems(entering, data.get()));
            return fit.problems;
        }
        if (design.layers().values().stream().anyMatch(layer -> layer.type().equals("real-or-generated"))) {
            // What its ends are to be is known once it is sound.
            return fit.problems;
        }
        Roles roles = Roles.of(ends(design, inference, layers), data.get());
        fit.problems.addAll(UnfitEnds.problems(roles, data.get()));
        fit.problems.addAll(CodeFit.problems(data.get(), design, inference, layers));
        roles.outputs().forEach(goal -> fit.output(design.require(goal.node()), goal));
        return fit.problems;
    }

    /** The ends whose shapes are known, Inputs first; a block is none. */
    private static List<Roles.End> ends(Design design, Inference inference, LayerCatalog layers) {
        return design.layers().values().stream()
                .filter(layer -> layers.type(layer.type()).isPresent()
                        && inference.facts(layer.id()).isPresent())
                .sorted(LayerCatalog.readingOrder())
                .flatMap(layer -> {
                    LayerFacts facts = inference.facts(layer.id()).orElseThrow();
                    List<Op> ops = layers.require(layer.type()).lower(facts.inputs(), layers.settings(layer));
                    return Roles.End.of(layer.id(), layer.name(), ops, facts.output()).stream();
                })
                .toList();
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
        boolean watched = plan.validateOnTest()
                || plan.split().kind().equals(SplitSpec.ALL)
                || plan.split().validationFraction() > 0;
        if (plan.earlyStopping().isPresent() && !watched) {
            problems.add(Problem.error(
                            "nothing-to-validate-on",
                            "Early stopping is on, but the validation part is empty.",
                            "Early stopping watches the loss on a validation part.",
                            "Give the validation part a share, or switch early stopping off.")
                    .of("validationFraction"));
        }
        if (plan.restarts().several() && plan.restarts().combine() != TrainingPlan.Restarts.Combine.VOTE && !watched) {
            problems.add(Problem.error(
                            "nothing-to-choose-by",
                            "Of several networks the better ones are to count, but the validation part is empty.",
                            "They are compared by their loss on a validation part.",
                            "Give the validation part a share, or let all vote alike.")
                    .of("validationFraction"));
        }
    }

    private void augmentation() {
        if (plan.augmentation().isPresent() && !(data.input() instanceof Shape.Image)) {
            problems.add(Problem.warning(
                            "nothing-to-vary",
                            data.name() + " has no pictures: its examples are not varied.",
                            "Data augmentation shifts, turns and scales pictures.",
                            "Switch it off, or choose a dataset of pictures.")
                    .of("augment"));
        }
    }

    private void restarts(Design design, LayerCatalog layers) {
        if (plan.restarts().several()
                && layers.lower(design) instanceof Result.Ok<Network>(Network network)
                && Rivals.of(network).isPresent()) {
            problems.add(Problem.error(
                            "restarts-of-rivals",
                            "Of " + plan.restarts().count() + " adversarial trainings none can be said to be the best.",
                            "Restarts are compared by their loss on a validation part.",
                            "Train one network, and start the run again with another seed.")
                    .of("restarts"));
        }
    }

    private void output(Layer output, Roles.Goal goal) {
        Activation activation = Activation.from(layers.settings(output));
        long units = goal.shape() instanceof Shape.Sequence sequence ? sequence.features() : goal.size();
        if (goal.with() == Op.Compare.With.INPUT) {
            reconstruction(output, activation);
        }
        boolean classes = goal.with() == Op.Compare.With.DATA && !(data.target() instanceof Target.Numbers);
        activation(output, activation, units, classes);
    }

    private void reconstruction(Layer output, Activation activation) {
        if (data.hasCodes()) {
            problems.add(Problem.error(
                            "reconstructs-codes",
                            data.name() + " consists of codes, which " + output.name() + " is to give back as numbers.",
                            "Codes are names: there is nothing between two of them.",
                            "Let it learn the data's target, or choose a dataset of numbers.")
                    .at(output.id())
                    .of("target"));
        } else if (plan.lossOf(activation) == Loss.BINARY_CROSS_ENTROPY
                && plan.normalization().equals("standardize")) {
            problems.add(Problem.error(
                            "reconstructs-outside-range",
                            "Standardised features lie outside 0…1, and " + output.name()
                                    + " is to give them back as probabilities.",
                            "Binary cross-entropy compares numbers from 0 to 1.",
                            "Choose min–max normalisation, or a linear output with mean squared error.")
                    .of("normalization"));
        }
    }

    private void activation(Layer output, Activation activation, long units, boolean classes) {
        Activation.Kind kind = activation.kind();
        if (kind == Activation.Kind.SOFTMAX && units == 1) {
            problems.add(suggestion(
                    output,
                    Problem.Severity.ERROR,
                    "single-softmax",
                    "Softmax over one unit is always 1.",
                    "One unit needs an activation that can vary.",
                    classes ? "sigmoid" : "identity"));
        }
        Loss loss = plan.lossOf(activation);
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
        } else if (!classes && loss != Loss.HALF_SQUARED_ERROR && kind == Activation.Kind.SOFTMAX) {
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
