package org.netloom.layers;

import java.util.Arrays;
import java.util.List;

/**
 * An element-wise (softmax: row-wise) non-linearity, under the names of the DL4J documentation. {@code slope} means something for
 * leaky ReLU only.
 */
public record Activation(Kind kind, double slope) {

    /** The usual slope of leaky ReLU for negative inputs. */
    public static final double USUAL_SLOPE = 0.01;

    public static final Activation IDENTITY = new Activation(Kind.IDENTITY, USUAL_SLOPE);

    /** Every activation there is, with its formula. */
    public enum Kind {
        IDENTITY("identity", "Linear", "f(x) = x", "Passes the sum on unchanged; for regression outputs."),
        SIGMOID("sigmoid", "Sigmoid", "f(x) = 1 / (1 + e⁻ˣ)", "Squashes to 0…1; for a yes/no output."),
        TANH("tanh", "Tanh", "f(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)", "Squashes to −1…1, centred at zero."),
        RELU("relu", "ReLU", "f(x) = max(0, x)", "The usual choice for hidden layers."),
        LEAKY_RELU(
                "leakyrelu",
                "Leaky ReLU",
                "f(x) = x for x ≥ 0, else α x",
                "Like ReLU, but keeps a small slope α below zero so that no neuron dies."),
        SOFTMAX(
                "softmax",
                "Softmax",
                "f(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ",
                "Turns scores into probabilities that sum to 1; for one class out of several."),
        ELU("elu", "ELU", "f(x) = x for x ≥ 0, else eˣ − 1", "Smooth below zero."),
        SELU(
                "selu",
                "SELU",
                "f(x) = λ x for x ≥ 0, else λ α (eˣ − 1)",
                "Keeps activations normalised by itself; use with LeCun normal weights."),
        GELU(
                "gelu",
                "GELU",
                "f(x) = x Φ(x) ≈ x / (1 + e^(−1.702 x))",
                "Weighs the input by how likely a normal variable is below it; usual in transformers."),
        SWISH("swish", "Swish", "f(x) = x / (1 + e⁻ˣ)", "Smooth, dips below zero once."),
        MISH("mish", "Mish", "f(x) = x tanh(ln(1 + eˣ))", "Smooth, close to Swish."),
        SOFTPLUS("softplus", "Softplus", "f(x) = ln(1 + eˣ)", "A smooth ReLU."),
        SOFTSIGN("softsign", "Softsign", "f(x) = x / (1 + |x|)", "Like tanh with slower tails."),
        HARD_SIGMOID(
                "hardsigmoid", "Hard sigmoid", "f(x) = min(1, max(0, 0.2 x + 0.5))", "Sigmoid from straight lines."),
        HARD_TANH("hardtanh", "Hard tanh", "f(x) = min(1, max(−1, x))", "Tanh from straight lines."),
        RATIONAL_TANH(
                "rationaltanh",
                "Rational tanh",
                "f(x) ≈ 1.7159 tanh(2x / 3)",
                "A fast approximation of a stretched tanh."),
        RECTIFIED_TANH("rectifiedtanh", "Rectified tanh", "f(x) = max(0, tanh(x))", "Tanh above zero, nothing below."),
        RELU6("relu6", "ReLU6", "f(x) = min(6, max(0, x))", "ReLU with a ceiling."),
        THRESHOLDED_RELU(
                "thresholdedrelu", "Thresholded ReLU", "f(x) = x for x > 1, else 0", "Passes strong inputs only."),
        CUBE("cube", "Cube", "f(x) = x³", "Grows fast; needs small inputs.");

        private final String id;
        private final String label;
        private final String formula;
        private final String help;

        Kind(String id, String label, String formula, String help) {
            this.id = id;
            this.label = label;
            this.formula = formula;
            this.help = help;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }

        Parameter.Option option() {
            return new Parameter.Option(id, label, help, formula);
        }

        public static Kind byId(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No activation " + id));
        }
    }

    public static Activation of(Kind kind) {
        return new Activation(kind, USUAL_SLOPE);
    }

    /** A choice of some activations, for layers that cannot do with every one. */
    public static List<Parameter.Option> options(List<Kind> kinds) {
        return kinds.stream().map(Kind::option).toList();
    }

    /** The two parameters by which a layer asks for an activation; read them with {@link #from}. */
    public static List<Parameter> parameters(Kind usual) {
        return List.of(
                Parameter.choice(
                        "activation",
                        "Activation",
                        usual.id(),
                        Arrays.stream(Kind.values()).map(Kind::option).toList(),
                        "What is applied to each neuron's sum."),
                Parameter.real("slope", "Slope α", USUAL_SLOPE, 0, 1, "Slope for negative inputs.")
                        .shownWhen("activation", Kind.LEAKY_RELU.id()));
    }

    public static Activation from(Settings settings) {
        return new Activation(Kind.byId(settings.choice("activation")), settings.real("slope"));
    }
}
