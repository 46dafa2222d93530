package org.netloom.templates;

import java.util.List;
import java.util.Map;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;

/** Handwritten digits with fully connected networks. */
final class Digits {

    private static final String CHAPTER = "Multilayer perceptron";

    private Digits() {}

    static List<Template> all() {
        return List.of(rendered(), mnistAdam(), mnistSgd());
    }

    private static Template rendered() {
        Map<String, Value> plan = Perceptrons.plan("digits", "cross-entropy", "adam", 0.001, 64, 10);
        plan.put("split", Value.of("standard"));
        return new Template(
                "digits-mlp",
                "Digits without a download: 784-128-10",
                CHAPTER,
                "The classic first digit classifier, on digits that Netloom draws itself.",
                "Accuracy on the test part above 0.95 after ten epochs.",
                network(128, "xavier"),
                plan);
    }

    private static Template mnistAdam() {
        Map<String, Value> plan = Perceptrons.plan("mnist", "cross-entropy", "adam", 0.001, 64, 5);
        plan.put("split", Value.of("standard"));
        plan.put("validationFraction", Value.of(0.0));
        plan.put("validateOn", Value.of("test"));
        return new Template(
                "mnist-adam",
                "MNIST 784-128-10 with Adam",
                CHAPTER,
                "Handwritten digits with one hidden layer, ReLU and Adam, as in the course's PyTorch text.",
                "Training losses of the five epochs close to the text's 0.2995, 0.1396, 0.1034, 0.0846, 0.0719; accuracy on the test part "
                        + "about 97.7 % (text: 97.68 %).",
                network(128, "xavier"),
                plan);
    }

    private static Template mnistSgd() {
        Map<String, Value> plan = Perceptrons.plan("mnist", "cross-entropy", "sgd", 0.1, 100, 5);
        plan.put("split", Value.of("standard"));
        plan.put("validationFraction", Value.of(0.0));
        plan.put("validateOn", Value.of("test"));
        plan.put("budget", Value.of("iterations"));
        plan.put("iterations", Value.of(3000));
        plan.put("validateEvery", Value.of(500));
        plan.remove("epochs");
        return new Template(
                "mnist-sgd",
                "MNIST 784-100-10 with gradient descent",
                CHAPTER,
                "The same task with plain stochastic gradient descent, checked every 500 iterations.",
                "Accuracy on the test part every 500 iterations close to the text's 91.4, 93.1, 93.9, 94.7, 95.3, 95.6 %.",
                network(100, "uniform"),
                plan);
    }

    private static Design network(long hidden, String initializer) {
        Layer flatten = Layer.of("flatten", "flatten").named("Flatten");
        return Design.chain(
                Perceptrons.input(1, 28, 28),
                flatten,
                Perceptrons.dense("hidden", hidden, "relu").with("initializer", initializer),
                Perceptrons.output(10, "softmax").with("initializer", initializer));
    }
}
