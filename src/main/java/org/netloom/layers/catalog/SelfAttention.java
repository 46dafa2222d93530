package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.Initializer;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class SelfAttention implements LayerType {

    @Override
    public String id() {
        return "self-attention";
    }

    @Override
    public String label() {
        return "Self-attention";
    }

    @Override
    public Category category() {
        return Category.ATTENTION;
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public String icon() {
        return "eye";
    }

    @Override
    public String help() {
        return "Attention with one head: each step takes over a mean of all steps, weighed by how well they fit it.";
    }

    @Override
    public String formula() {
        return "y = softmax(Q Kᵀ / √d) V";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.flag(
                        "project",
                        "Learn projections",
                        true,
                        "Queries, keys, values and output pass through learned weights; off: the steps compare as they are."),
                Parameter.optionalWhole(
                                "keySize",
                                "Key size",
                                1,
                                1_000_000,
                                "Numbers of a query, key and value. Empty: as many as there are features.")
                        .shownWhen("project", "true"),
                Parameter.flag("causal", "Causal", false, "Each step sees only itself and the steps before it."),
                Parameter.flag("bias", "Bias", true, "Adds learned constants to queries, keys, values and output.")
                        .shownWhen("project", "true"),
                Initializer.parameter().shownWhen("project", "true"));
    }

    @Override
    public String summary(Settings settings) {
        return settings.flag("causal") ? "Causal" : "";
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Attending.outputShape(inputs, settings, 1, settings.flag("project"));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return Attending.lower(inputs, settings, 1, settings.flag("project"), Initializer.from(settings));
    }
}
