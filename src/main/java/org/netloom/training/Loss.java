package org.netloom.training;

import java.util.Arrays;
import org.netloom.layers.Activation;
import org.netloom.layers.Parameter;

/** What training makes small; the mean over the examples of a batch. ŷ is the prediction, y the target, n the number of outputs. */
public enum Loss {
    MEAN_SQUARED_ERROR("mse", "Mean squared error", "1/n Σ (y − ŷ)²", "For numbers."),
    HALF_SQUARED_ERROR(
            "half-squared-error",
            "Half squared error",
            "½ Σ (y − ŷ)²",
            "As the course writes it; its derivative is ŷ − y."),
    CROSS_ENTROPY("cross-entropy", "Cross-entropy", "−Σ y ln ŷ", "For one class out of several, after softmax."),
    BINARY_CROSS_ENTROPY(
            "binary-cross-entropy",
            "Binary cross-entropy",
            "−Σ (y ln ŷ + (1 − y) ln(1 − ŷ))",
            "For yes/no outputs, after sigmoid."),
    MEAN_ABSOLUTE_ERROR("mae", "Mean absolute error", "1/n Σ |y − ŷ|", "For numbers with outliers."),
    SQUARED_LOG_ERROR(
            "msle",
            "Mean squared logarithmic error",
            "1/n Σ (ln(1 + y) − ln(1 + ŷ))²",
            "For positive numbers of very different size."),
    HINGE("hinge", "Hinge", "Σ max(0, 1 − y ŷ)", "For two classes with targets −1 and 1."),
    SQUARED_HINGE(
            "squared-hinge",
            "Squared hinge",
            "Σ max(0, 1 − y ŷ)²",
            "Like hinge, punishes large margins of error more."),
    KL_DIVERGENCE("kl-divergence", "Kullback–Leibler divergence", "Σ y ln(y / ŷ)", "For distributions as targets."),
    POISSON("poisson", "Poisson", "1/n Σ (ŷ − y ln ŷ)", "For counts."),
    COSINE_PROXIMITY("cosine-proximity", "Cosine proximity", "−Σ y ŷ / (|y| |ŷ|)", "For directions.");

    private final String id;
    private final String label;
    private final String formula;
    private final String help;

    Loss(String id, String label, String formula, String help) {
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

    /** The loss with this id; {@code auto} is the one that suits the output's activation. */
    static Loss byId(String id, Activation output) {
        return id.equals("auto")
                ? suiting(output)
                : Arrays.stream(values())
                        .filter(loss -> loss.id.equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No loss " + id));
    }

    /** Cross-entropy after softmax, binary cross-entropy after sigmoid, else mean squared error. */
    public static Loss suiting(Activation output) {
        if (output.kind() == Activation.Kind.SOFTMAX) {
            return CROSS_ENTROPY;
        }
        return output.kind() == Activation.Kind.SIGMOID ? BINARY_CROSS_ENTROPY : MEAN_SQUARED_ERROR;
    }
}
