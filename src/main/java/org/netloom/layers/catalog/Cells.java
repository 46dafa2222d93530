package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.netloom.design.Shape;
import org.netloom.layers.Activation;
import org.netloom.layers.Fit;
import org.netloom.layers.Initializer;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

/** What the recurrent layers share. */
final class Cells {

    private static final List<Activation.Kind> ACTIVATIONS = List.of(
            Activation.Kind.TANH,
            Activation.Kind.RELU,
            Activation.Kind.SIGMOID,
            Activation.Kind.HARD_TANH,
            Activation.Kind.SOFTSIGN,
            Activation.Kind.ELU,
            Activation.Kind.IDENTITY);
    private static final List<Activation.Kind> GATES = List.of(Activation.Kind.SIGMOID, Activation.Kind.HARD_SIGMOID);
    private static final String INITIALISATION = "Initialisation";
    private static final String REGULARIZATION = "Regularization";

    private Cells() {}

    static Parameter units() {
        return Parameter.whole(
                "units", "Units", 64, 1, 1_000_000L, "How many numbers the layer remembers and gives at each step.");
    }

    static Parameter returns() {
        return Parameter.choice(
                "returns",
                "Gives",
                "last",
                List.of(
                        new Parameter.Option(
                                "last",
                                "Last step",
                                "One vector: what is remembered after the last step that counts.",
                                "y = h_T"),
                        new Parameter.Option(
                                "all",
                                "All steps",
                                "A sequence: what is remembered after each step. For layers that go on step by step.",
                                "yₜ = hₜ")),
                "Whether the last step or all steps go on.");
    }

    static Parameter direction() {
        return Parameter.choice(
                "direction",
                "Direction",
                "forward",
                List.of(
                        new Parameter.Option("forward", "Forward", "Reads the first step first.", ""),
                        new Parameter.Option(
                                "backward", "Backward", "Reads the last step first; step t stays in its place.", "")),
                "In which order the steps are read.");
    }

    static Parameter activation() {
        return Parameter.choice(
                "activation", "Activation", "tanh", options(ACTIVATIONS), "What is applied to the new content.");
    }

    static Parameter gate() {
        return Parameter.choice(
                "gateActivation",
                "Gate activation",
                "sigmoid",
                options(GATES),
                "What squashes the gates to 0…1. Keras calls it the recurrent activation.");
    }

    static Parameter forgetBias() {
        return Parameter.real(
                        "forgetBias",
                        "Forget gate bias",
                        1,
                        -100,
                        100,
                        "What the forget gate's biases start from. 1 lets the cell remember from the start.")
                .in(INITIALISATION);
    }

    private static List<Parameter.Option> options(List<Activation.Kind> kinds) {
        return Activation.options(kinds);
    }

    /** What is drawn, dropped and penalised: the same for every cell. */
    static List<Parameter> rest() {
        return List.of(
                Parameter.below(
                                "dropout",
                                "Input dropout",
                                0,
                                0,
                                1,
                                "Share of the input numbers that are dropped while training.")
                        .in(REGULARIZATION),
                Initializer.parameter().in(INITIALISATION),
                Initializer.parameter(
                                "recurrentInitializer",
                                "Initial recurrent weights",
                                Initializer.ORTHOGONAL,
                                "The distribution of the weights from the state to the state.")
                        .in(INITIALISATION),
                Parameter.real("l1", "L1", 0, 0, 1e3, "Adds l1 · Σ|w| to the loss; drives weights to zero.")
                        .in(REGULARIZATION),
                Parameter.real("l2", "L2", 0, 0, 1e3, "Adds l2 · ½ Σw² to the loss; keeps weights small.")
                        .in(REGULARIZATION));
    }

    static List<Parameter> with(Parameter... own) {
        List<Parameter> all = new ArrayList<>(Arrays.asList(own));
        all.addAll(rest());
        return List.copyOf(all);
    }

    static String summary(Settings settings) {
        return settings.whole("units") + (isLast(settings) ? " · last step" : " · all steps");
    }

    static boolean isLast(Settings settings) {
        return settings.choice("returns").equals("last");
    }

    /** @param width how many numbers come out at each step */
    static Fit outputShape(List<Shape> inputs, Settings settings, long width) {
        return switch (inputs.get(0)) {
            case Shape.Sequence sequence ->
                Fit.of(isLast(settings) ? new Shape.Vector(width) : new Shape.Sequence(width, sequence.steps()));
            case Shape.Vector vector -> Misfits.needsSequence(vector, "");
            case Shape.Image image -> Misfits.needsSequence(image, "");
        };
    }

    static List<Op> lower(Op.Recurrent.Cell cell, Op.Recurrent.Way way, List<Shape> inputs, Settings settings) {
        Shape.Sequence sequence = (Shape.Sequence) inputs.get(0);
        boolean gated = cell != Op.Recurrent.Cell.SIMPLE;
        return List.of(new Op.Recurrent(
                cell,
                way,
                sequence.features(),
                settings.whole("units"),
                sequence.steps(),
                isLast(settings),
                Activation.of(Activation.Kind.byId(settings.choice("activation"))),
                Activation.of(
                        gated ? Activation.Kind.byId(settings.choice("gateActivation")) : Activation.Kind.IDENTITY),
                cell == Op.Recurrent.Cell.LSTM ? settings.real("forgetBias") : 0,
                settings.real("dropout"),
                Initializer.from(settings),
                Initializer.byId(settings.choice("recurrentInitializer")),
                settings.real("l1"),
                settings.real("l2")));
    }

    static Op.Recurrent.Way way(Settings settings) {
        return settings.choice("direction").equals("backward") ? Op.Recurrent.Way.BACKWARD : Op.Recurrent.Way.FORWARD;
    }

    /** Ways of putting forward and backward together, under the names of Keras' merge modes. */
    enum Merging {
        CONCATENATE("concatenate", "Concatenate", "y = [h→, h←]", Op.Recurrent.Way.BOTH_CONCATENATED),
        ADD("add", "Add", "y = h→ + h←", Op.Recurrent.Way.BOTH_ADDED),
        AVERAGE("average", "Average", "y = (h→ + h←) / 2", Op.Recurrent.Way.BOTH_AVERAGED),
        MULTIPLY("multiply", "Multiply", "y = h→ · h←", Op.Recurrent.Way.BOTH_MULTIPLIED);

        private final String id;
        private final String label;
        private final String formula;
        private final Op.Recurrent.Way way;

        Merging(String id, String label, String formula, Op.Recurrent.Way way) {
            this.id = id;
            this.label = label;
            this.formula = formula;
            this.way = way;
        }

        static Parameter parameter() {
            return Parameter.choice(
                    "merge",
                    "Put together by",
                    CONCATENATE.id,
                    Stream.of(values())
                            .map(each -> new Parameter.Option(each.id, each.label, "", each.formula))
                            .toList(),
                    "How the results of both directions become one.");
        }

        static Op.Recurrent.Way way(Settings settings) {
            return Stream.of(values())
                    .filter(each -> each.id.equals(settings.choice("merge")))
                    .findFirst()
                    .orElseThrow()
                    .way;
        }
    }
}
