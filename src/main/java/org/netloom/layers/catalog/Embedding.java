package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Embedding implements LayerType {

    @Override
    public String id() {
        return "embedding";
    }

    @Override
    public String label() {
        return "Embedding";
    }

    @Override
    public Category category() {
        return Category.ATTENTION;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public String icon() {
        return "table";
    }

    @Override
    public String help() {
        return "Looks up a learned row of numbers for each code: letters, words, classes. Takes whole codes from 0 on, a vector or a sequence with one feature.";
    }

    @Override
    public String formula() {
        return "y_t = W[x_t]";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.whole(
                        "vocabulary",
                        "Vocabulary",
                        64,
                        1,
                        100_000_000,
                        "How many codes there are; they run from 0 to one less than this."),
                Parameter.whole("size", "Size", 32, 1, 1_000_000, "Numbers that stand for a code."),
                Parameter.flag(
                        "maskZero",
                        "Code 0 is padding",
                        false,
                        "Steps with the code 0 count for nothing: attention, recurrent layers and the loss leave them out."));
    }

    @Override
    public String summary(Settings settings) {
        return settings.whole("vocabulary") + " → " + settings.whole("size");
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return switch (inputs.get(0)) {
            case Shape.Vector(long features) -> Fit.of(new Shape.Sequence(settings.whole("size"), features));
            case Shape.Sequence(long features, long steps) ->
                features == 1 ? Fit.of(new Shape.Sequence(settings.whole("size"), steps)) : misfit(inputs.get(0));
            case Shape.Image image -> misfit(image);
        };
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Embed(
                settings.whole("vocabulary"),
                settings.whole("size"),
                inputs.get(0).size(),
                settings.flag("maskZero")));
    }

    private static Fit.Misfit misfit(Shape input) {
        List<Fit.Remedy> remedies = new ArrayList<>();
        remedies.add(new Fit.Remedy.Insert("Insert Flatten → " + input.size(), 0, "flatten", Map.of()));
        if (input instanceof Shape.Sequence(long features, long steps)) {
            remedies.add(new Fit.Remedy.Insert(
                    "Take only the first feature → 1 × " + steps, 0, "subset", Map.of("last", Value.of(0L))));
        }
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "it gets " + input.text() + ".",
                "It takes one code a step: 1 × steps, or a vector of codes.",
                "Flatten what comes in, or take one feature of it.",
                remedies);
    }
}
