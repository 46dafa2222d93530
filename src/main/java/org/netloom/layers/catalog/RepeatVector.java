package org.netloom.layers.catalog;

import java.util.List;
import java.util.Map;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class RepeatVector implements LayerType {

    static final long USUAL_STEPS = 8;

    @Override
    public String id() {
        return "repeat-vector";
    }

    @Override
    public String label() {
        return "Repeat Vector";
    }

    @Override
    public Category category() {
        return Category.RECURRENT;
    }

    @Override
    public int place() {
        return 6;
    }

    @Override
    public String icon() {
        return "repeat";
    }

    @Override
    public String help() {
        return "Gives the same vector at each of n steps: how the decoder of a sequence-to-sequence network starts from "
                + "what the encoder remembers.";
    }

    @Override
    public String formula() {
        return "yₜ = x, t = 1 … n";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.whole("steps", "Steps n", USUAL_STEPS, 1, 1_000_000L, "How many steps come out."));
    }

    @Override
    public String summary(Settings settings) {
        return "× " + settings.whole("steps");
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        return switch (input) {
            case Shape.Vector vector -> Fit.of(new Shape.Sequence(vector.features(), settings.whole("steps")));
            case Shape.Image image -> Misfits.needsVector(input, "It takes one flat vector.");
            case Shape.Sequence sequence ->
                new Fit.Misfit(
                        "shape-mismatch",
                        null,
                        "it gets " + input.text() + ".",
                        "It takes one flat vector.",
                        "Put a Last Step before it, or a Flatten.",
                        List.of(
                                new Fit.Remedy.Insert(
                                        "Insert Last Step → " + sequence.features(), 0, "last-step", Map.of()),
                                new Fit.Remedy.Insert("Insert Flatten → " + input.size(), 0, "flatten", Map.of())));
        };
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Repeat(inputs.get(0).size(), settings.whole("steps")));
    }
}
