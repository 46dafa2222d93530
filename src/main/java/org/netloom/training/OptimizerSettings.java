package org.netloom.training;

import static org.netloom.layers.Parameter.below;
import static org.netloom.layers.Parameter.between;
import static org.netloom.layers.Parameter.choice;
import static org.netloom.layers.Parameter.real;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.netloom.design.Value;
import org.netloom.layers.Parameter;
import org.netloom.layers.Parameter.Option;
import org.netloom.layers.Settings;

/** How gradients become steps. */
final class OptimizerSettings {

    private static final String GROUP = "Optimizer";
    private static final String[] ADAMS = {"adam", "adamw", "adamax", "nadam", "amsgrad"};

    private OptimizerSettings() {}

    static void describe(List<Parameter> all) {
        all.add(choice(
                        "optimizer",
                        "Optimizer",
                        "adam",
                        List.of(
                                new Option("sgd", "SGD", "Plain gradient descent.", "w ← w − η g"),
                                new Option(
                                        "momentum",
                                        "Momentum",
                                        "Keeps rolling in the direction it went.",
                                        "v ← μ v − η g, w ← w + v"),
                                new Option(
                                        "nesterov",
                                        "Nesterov momentum",
                                        "Momentum that looks ahead.",
                                        "w ← w − μ v + (1 + μ) v′"),
                                new Option(
                                        "adagrad",
                                        "Adagrad",
                                        "Smaller steps where gradients were large.",
                                        "w ← w − η g / (√Σg² + ε)"),
                                new Option("rmsprop", "RMSprop", "Adagrad that forgets.", "w ← w − η g / √(s + ε)"),
                                new Option(
                                        "adam",
                                        "Adam",
                                        "Momentum and RMSprop together; a good first choice.",
                                        "w ← w − η m̂ / (√v̂ + ε)"),
                                new Option(
                                        "adamw",
                                        "AdamW",
                                        "Adam with decoupled weight decay.",
                                        "w ← w − η (m̂ / (√v̂ + ε) + λ w)"),
                                new Option(
                                        "adadelta",
                                        "Adadelta",
                                        "Needs no learning rate.",
                                        "w ← w − g √(u + ε) / √(s + ε)"),
                                new Option("adamax", "AdaMax", "Adam with the infinity norm.", "w ← w − η m̂ / u"),
                                new Option("nadam", "Nadam", "Adam with Nesterov momentum.", ""),
                                new Option("amsgrad", "AMSGrad", "Adam that keeps the largest second moment.", "")),
                        "How gradients become changes of the weights.")
                .in(GROUP));
        all.add(between("learningRate", "Learning rate η", 0.001, 0, 100, "Size of the steps.")
                .defaultsBy(
                        "optimizer",
                        Map.of(
                                "sgd", Value.of(0.1),
                                "momentum", Value.of(0.01),
                                "nesterov", Value.of(0.01),
                                "adagrad", Value.of(0.01)))
                .shownWhen(
                        "optimizer",
                        "sgd",
                        "momentum",
                        "nesterov",
                        "adagrad",
                        "rmsprop",
                        "adam",
                        "adamw",
                        "adamax",
                        "nadam",
                        "amsgrad")
                .in(GROUP));
        all.add(below("momentum", "Momentum μ", 0.9, 0, 1, "How much of the last step is kept.")
                .shownWhen("optimizer", "momentum", "nesterov")
                .in(GROUP));
        all.add(below("decay", "Decay ρ", 0.95, 0, 1, "How much of the past squares is kept.")
                .shownWhen("optimizer", "rmsprop", "adadelta")
                .in(GROUP));
        all.add(below("beta1", "β₁", 0.9, 0, 1, "Decay of the first moment.")
                .shownWhen("optimizer", ADAMS)
                .in(GROUP));
        all.add(below("beta2", "β₂", 0.999, 0, 1, "Decay of the second moment.")
                .shownWhen("optimizer", ADAMS)
                .in(GROUP));
        all.add(between("epsilon", "ε", 1e-8, 0, 1, "Keeps the division finite.")
                .defaultsBy("optimizer", Map.of("adagrad", Value.of(1e-6), "adadelta", Value.of(1e-6)))
                .shownWhen("optimizer", "adagrad", "rmsprop", "adadelta", "adam", "adamw", "adamax", "nadam", "amsgrad")
                .in(GROUP));
        all.add(real("weightDecay", "Weight decay λ", 0.01, 0, 10, "How fast unused weights shrink.")
                .shownWhen("optimizer", "adamw")
                .in(GROUP));
        all.add(choice(
                        "clipping",
                        "Gradient clipping",
                        "none",
                        List.of(
                                option("none", "None", "Gradients as they are."),
                                option("value", "By value", "Each element is cut to ± the threshold."),
                                option("norm", "By norm", "Each layer's gradient is scaled down to the threshold.")),
                        "Keeps single large gradients from throwing the training off.")
                .in(GROUP));
        all.add(between("clipThreshold", "Clip threshold", 1, 0, 1e6, "Largest element or norm.")
                .shownWhen("clipping", "value", "norm")
                .in(GROUP));
    }

    static Optimizer optimizer(Settings settings) {
        double epsilon = settings.real("epsilon");
        double beta1 = settings.real("beta1");
        double beta2 = settings.real("beta2");
        return switch (settings.choice("optimizer")) {
            case "sgd" -> new Optimizer.Sgd();
            case "momentum" -> new Optimizer.Momentum(settings.real("momentum"));
            case "nesterov" -> new Optimizer.Nesterov(settings.real("momentum"));
            case "adagrad" -> new Optimizer.Adagrad(epsilon);
            case "rmsprop" -> new Optimizer.RmsProp(settings.real("decay"), epsilon);
            case "adam" -> new Optimizer.Adam(beta1, beta2, epsilon);
            case "adamw" -> new Optimizer.AdamW(beta1, beta2, epsilon, settings.real("weightDecay"));
            case "adadelta" -> new Optimizer.Adadelta(settings.real("decay"), epsilon);
            case "adamax" -> new Optimizer.AdaMax(beta1, beta2, epsilon);
            case "nadam" -> new Optimizer.Nadam(beta1, beta2, epsilon);
            case "amsgrad" -> new Optimizer.AmsGrad(beta1, beta2, epsilon);
            default -> throw new IllegalStateException("No optimizer " + settings.choice("optimizer"));
        };
    }

    static TrainingPlan.Clipping clipping(Settings settings) {
        return new TrainingPlan.Clipping(
                TrainingPlan.Clipping.Kind.valueOf(settings.choice("clipping").toUpperCase(Locale.ROOT)),
                settings.real("clipThreshold"));
    }

    private static Option option(String id, String label, String help) {
        return new Option(id, label, help, "");
    }
}
