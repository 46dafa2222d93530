package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netloom.design.Shape;
import org.netloom.layers.Activation;
import org.netloom.layers.Fit;
import org.netloom.layers.Initializer;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

/** What Dense and Output share: a row of neurons, each connected to every input. */
final class Neurons {

    private static final String INITIALISATION = "Initialisation";
    private static final String REGULARIZATION = "Regularization";

    private Neurons() {}

    static List<Parameter> parameters(long units, Activation.Kind activation) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.whole(
                "units", "Units", units, 1, 1_000_000_000L, "How many neurons the layer has; each gives one number."));
        parameters.addAll(Activation.parameters(activation));
        parameters.add(Parameter.flag("bias", "Bias", true, "Adds a learned constant to each neuron's sum."));
        parameters.add(Initializer.parameter().in(INITIALISATION));
        parameters.add(Parameter.real("biasStart", "Initial bias", 0, -1e6, 1e6, "What every bias starts from.")
                .shownWhen("bias", "true")
                .in(INITIALISATION));
        parameters.add(
                Parameter.flag("trainBias", "Learn the bias", true, "Off: the bias keeps the value it starts from.")
                        .shownWhen("bias", "true")
                        .in(INITIALISATION));
        parameters.add(Parameter.table(
                        "weights",
                        "Explicit weights",
                        "Initial weights, one row for each input, one column for each neuron: 0.1 0.2; 0.3 0.4. Empty: drawn at random.")
                .in(INITIALISATION));
        parameters.add(
                Parameter.table("biases", "Explicit biases", "Initial biases, one row with one number for each neuron.")
                        .shownWhen("bias", "true")
                        .in(INITIALISATION));
        parameters.add(Parameter.real("l1", "L1", 0, 0, 1e3, "Adds l1 · Σ|w| to the loss; drives weights to zero.")
                .in(REGULARIZATION));
        parameters.add(Parameter.real("l2", "L2", 0, 0, 1e3, "Adds l2 · ½ Σw² to the loss; keeps weights small.")
                .in(REGULARIZATION));
        return List.copyOf(parameters);
    }

    static String summary(Settings settings) {
        Activation activation = Activation.from(settings);
        return settings.whole("units") + " · " + activation.kind().label();
    }

    static Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        if (input instanceof Shape.Image) {
            return Misfits.needsVector(input, "It takes a flat vector of features, or a sequence.");
        }
        long units = settings.whole("units");
        Optional<Fit> wrong = explicitWeightsProblem(input.dims().get(0), units, settings)
                .or(() -> explicitBiasesProblem(units, settings));
        return wrong.orElse(Fit.of(
                input instanceof Shape.Sequence(long features, long steps)
                        ? new Shape.Sequence(units, steps)
                        : new Shape.Vector(units)));
    }

    private static Optional<Fit> explicitWeightsProblem(long inputs, long units, Settings settings) {
        return settings.table("weights")
                .filter(rows -> rows.size() != inputs || rows.get(0).size() != units)
                .map(rows -> new Fit.Misfit(
                        "weights-size",
                        "weights",
                        "the explicit weights have " + rows.size() + " rows of "
                                + rows.get(0).size() + ".",
                        "They have one row for each of the " + inputs + " inputs and one column for each of the "
                                + units + " units.",
                        "Correct the table, or clear it to draw the weights at random.",
                        List.of(new Fit.Remedy.Set("Clear the explicit weights", "weights", null))));
    }

    private static Optional<Fit> explicitBiasesProblem(long units, Settings settings) {
        if (!settings.flag("bias")) {
            return Optional.empty();
        }
        return settings.table("biases")
                .filter(rows -> rows.size() != 1 || rows.get(0).size() != units)
                .map(rows -> new Fit.Misfit(
                        "biases-size",
                        "biases",
                        "the explicit biases have " + rows.size() + " rows of "
                                + rows.get(0).size() + ".",
                        "They are one row with a number for each of the " + units + " units.",
                        "Correct the row, or clear it.",
                        List.of(new Fit.Remedy.Set("Clear the explicit biases", "biases", null))));
    }

    static List<Op> lower(List<Shape> inputs, Settings settings) {
        boolean bias = settings.flag("bias");
        long units = settings.whole("units");
        return List.of(
                new Op.Linear(
                        inputs.get(0),
                        units,
                        bias,
                        settings.flag("trainBias"),
                        Initializer.from(settings),
                        settings.real("biasStart"),
                        settings.real("l1"),
                        settings.real("l2"),
                        settings.table("weights"),
                        bias ? settings.table("biases").map(rows -> rows.get(0)) : Optional.empty()),
                new Op.Activate(
                        Activation.from(settings),
                        inputs.get(0) instanceof Shape.Sequence sequence ? sequence.steps() * units : units));
    }
}
