package org.netloom.templates;

import java.util.Map;
import org.netloom.design.Layer;
import org.netloom.design.Value;

/** Layers and plans as templates use them. */
final class Pieces {

    private Pieces() {}

    /** A layer of a type, under its own name. */
    static Layer layer(String id, String type) {
        return Layer.of(id, type).named(id);
    }

    static Layer conv(String id, long filters, long kernel) {
        return layer(id, "conv2d").with("filters", filters).with("kernel", Value.dims(kernel, kernel));
    }

    static Layer same(Layer convolution) {
        return convolution.with("padding", "same");
    }

    /** Max pooling by two in both directions. */
    static Layer halving(String id) {
        return layer(id, "max-pool2d");
    }

    static Layer activation(String id, String kind) {
        return layer(id, "activation").with("activation", kind);
    }

    static Layer averagePool(String id) {
        return layer(id, "global-pool").with("kind", "average");
    }

    /** The plan for a dataset with a test part of its own, watched on a tenth of the rest. */
    static Map<String, Value> plan(String dataset, String loss, double learningRate, long batchSize, long epochs) {
        Map<String, Value> plan = Perceptrons.plan(dataset, loss, "adam", learningRate, batchSize, epochs);
        plan.put("split", Value.of("standard"));
        plan.put("validationFraction", Value.of(0.1));
        return plan;
    }

    /** The plan of the course's texts: all of the training part is trained on, and the test part watched. */
    static Map<String, Value> watchedOnTest(
            String dataset, String loss, double learningRate, long batchSize, long epochs) {
        Map<String, Value> plan = plan(dataset, loss, learningRate, batchSize, epochs);
        plan.put("validationFraction", Value.of(0.0));
        plan.put("validateOn", Value.of("test"));
        return plan;
    }
}
