package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Arity;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.Initializer;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class MultiHeadAttention implements LayerType {

    @Override
    public String id() {
        return "multi-head-attention";
    }

    @Override
    public String label() {
        return "Multi-head attention";
    }

    @Override
    public Category category() {
        return Category.ATTENTION;
    }

    @Override
    public int place() {
        return 4;
    }

    @Override
    public String icon() {
        return "eye";
    }

    @Override
    public String help() {
        return "Each step looks at all steps and takes over a weighted mean of them; every head weighs in its own way. One input: "
                + "self-attention. Two inputs: the first asks, the second is asked (cross-attention).";
    }

    @Override
    public String formula() {
        return "y = [head₁ … head_h] W_O + b_O, head_i = softmax(Q_i K_iᵀ / √d) V_i, Q_i = x W_Q,i + b";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.whole("heads", "Heads", 4, 1, 1024, "How many attentions work side by side."),
                Parameter.optionalWhole(
                        "keySize",
                        "Key size",
                        1,
                        1_000_000,
                        "Numbers of a query, key and value in each head. Empty: the features divided by the heads."),
                Parameter.flag("causal", "Causal", false, "Each step sees only itself and the steps before it."),
                Parameter.flag("bias", "Bias", true, "Adds learned constants to queries, keys, values and output."),
                Initializer.parameter());
    }

    @Override
    public Arity arity() {
        return new Arity(1, 2, true);
    }

    @Override
    public String summary(Settings settings) {
        String heads = settings.whole("heads") + (settings.whole("heads") == 1 ? " head" : " heads");
        return settings.flag("causal") ? heads + " · causal" : heads;
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Attending.outputShape(inputs, settings, settings.whole("heads"), true);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return Attending.lower(inputs, settings, settings.whole("heads"), true, Initializer.from(settings));
    }
}
