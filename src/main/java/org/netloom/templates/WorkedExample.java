package org.netloom.templates;

import java.util.List;
import java.util.Map;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;

/** The lecture's example of one step of back-propagation, worked out by hand. */
final class WorkedExample {

    private WorkedExample() {}

    static List<Template> all() {
        Map<String, Value> plan = Perceptrons.plan("worked-2-2-2", "half-squared-error", "sgd", 0.6, 1, 1);
        plan.put("split", Value.of("all"));
        plan.put("shuffle", Value.of(false));
        return List.of(new Template(
                "worked-2-2-2",
                "Back-propagation by hand: 2-2-2",
                "Back-propagation",
                "The lecture's network with given weights takes one step of gradient descent; every number can be checked on paper. "
                        + "The biases are not learned, as in the text.",
                "Before the step: outputs 0.734929 and 0.779554, error E = 0.249090. After it: w1…w8 = 0.0993352, 0.1991959, 0.2966758, "
                        + "0.3959793, 0.4518781, 0.5507336, 0.7105639, 0.8108152.",
                Design.chain(
                        Perceptrons.input(2),
                        neurons(Perceptrons.dense("hidden", 2, "sigmoid"), 0.25, 0.1, 0.2, 0.3, 0.4),
                        neurons(Perceptrons.output(2, "sigmoid"), 0.35, 0.5, 0.7, 0.6, 0.8)),
                plan));
    }

    /** Weights row by row: from the first input to both neurons, then from the second. */
    private static Layer neurons(Layer layer, double bias, double w11, double w12, double w21, double w22) {
        return layer.with("weights", new Value.Table(List.of(List.of(w11, w12), List.of(w21, w22))))
                .with("biasStart", Value.of(bias))
                .with("trainBias", Value.of(false));
    }
}
