package org.netloom.templates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netloom.design.Design;
import org.netloom.design.Layer;
import org.netloom.design.Value;

/** The course's first networks: single perceptrons, and the smallest network that can do what they cannot. */
final class Perceptrons {

    private static final String CHAPTER = "Perceptron";

    private Perceptrons() {}

    static List<Template> all() {
        return List.of(regression(), classification(), gate("and", "AND"), gate("or", "OR"), xorSingle());
    }

    static List<Template> multilayer() {
        return List.of(xor());
    }

    private static Template regression() {
        return new Template(
                "perceptron-regression",
                "Perceptron for regression",
                CHAPTER,
                "A single linear neuron with half squared error and gradient descent is linear regression.",
                "The loss falls close to the noise of the data within a few epochs; R² on the test part is above 0.98.",
                Design.chain(input(2), output(1, "identity")),
                plan("linear-plane", "half-squared-error", "sgd", 0.05, 32, 30));
    }

    private static Template classification() {
        return new Template(
                "perceptron-classification",
                "Perceptron for classification",
                CHAPTER,
                "A single sigmoid neuron with binary cross-entropy draws a straight line between two classes.",
                "Moons cannot be parted by a straight line without errors: the accuracy on the test part settles between 0.8 and 0.95.",
                Design.chain(input(2), output(1, "sigmoid")),
                plan("moons", "binary-cross-entropy", "sgd", 0.5, 32, 40));
    }

    private static Template gate(String id, String name) {
        Map<String, Value> plan = plan(id, "binary-cross-entropy", "sgd", 1, 4, 500);
        plan.put("split", Value.of("all"));
        return new Template(
                "perceptron-" + id,
                name + " with a perceptron",
                CHAPTER,
                "One neuron learns " + name + ", because a straight line parts the ones from the zeros.",
                "Accuracy 1.0 on all four examples, loss below 0.1.",
                Design.chain(input(2), output(1, "sigmoid")),
                plan);
    }

    private static Template xorSingle() {
        Map<String, Value> plan = plan("xor", "binary-cross-entropy", "sgd", 1, 4, 500);
        plan.put("split", Value.of("all"));
        return new Template(
                "xor-perceptron",
                "XOR with a perceptron (cannot succeed)",
                CHAPTER,
                "No straight line parts the ones of XOR from its zeros, so a single neuron cannot learn it, however long it trains.",
                "It fails, and that is the point: the loss stays at ln 2 = 0.693 and at most three of the four examples are right.",
                Design.chain(input(2), output(1, "sigmoid")),
                plan);
    }

    private static Template xor() {
        Map<String, Value> plan = plan("xor", "binary-cross-entropy", "adam", 0.05, 4, 1000);
        plan.put("split", Value.of("all"));
        plan.put("seed", Value.of(43));
        return new Template(
                "xor-2-2-1",
                "XOR with a 2-2-1 network",
                "Multilayer perceptron",
                "Two hidden neurons bend the plane so that a straight line suffices.",
                "Accuracy 1.0 on all four examples, loss below 0.05. Other seeds may end in a local minimum at two or three right.",
                Design.chain(input(2), dense("hidden", 2, "tanh"), output(1, "sigmoid")),
                plan);
    }

    static Layer input(long... shape) {
        return Layer.of("input", "input").named("Input").with("shape", Value.dims(shape));
    }

    static Layer dense(String id, long units, String activation) {
        return Layer.of(id, "dense").named(id).with("units", units).with("activation", activation);
    }

    static Layer output(long units, String activation) {
        return Layer.of("output", "output").named("Output").with("units", units).with("activation", activation);
    }

    static Map<String, Value> plan(
            String dataset, String loss, String optimizer, double learningRate, long batchSize, long epochs) {
        Map<String, Value> plan = new LinkedHashMap<>();
        plan.put("dataset", Value.of(dataset));
        plan.put("loss", Value.of(loss));
        plan.put("optimizer", Value.of(optimizer));
        plan.put("learningRate", Value.of(learningRate));
        plan.put("batchSize", Value.of(batchSize));
        plan.put("epochs", Value.of(epochs));
        return plan;
    }
}
