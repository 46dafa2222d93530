package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.netloom.design.Arity;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Concatenate implements LayerType {

    @Override
    public String id() {
        return "concatenate";
    }

    @Override
    public String label() {
        return "Concatenate";
    }

    @Override
    public Category category() {
        return Category.MERGING;
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public String icon() {
        return "merge";
    }

    @Override
    public String help() {
        return "Puts its inputs beside each other: vectors end to end, images channel by channel, sequences feature by feature.";
    }

    @Override
    public String formula() {
        return "y = [x₁, x₂, …]";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Arity arity() {
        return Arity.MANY;
    }

    @Override
    public String summary(Settings settings) {
        return "";
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape first = inputs.get(0);
        List<Long> joined = new ArrayList<>(first.dims());
        for (int i = 1; i < inputs.size(); i++) {
            List<Long> dims = inputs.get(i).dims();
            if (dims.size() != joined.size()
                    || !dims.subList(1, dims.size()).equals(joined.subList(1, joined.size()))) {
                return different(inputs, i);
            }
            joined.set(0, joined.get(0) + dims.get(0));
        }
        return Fit.of(Shape.of(joined));
    }

    private static Fit different(List<Shape> inputs, int other) {
        List<Fit.Remedy> remedies = new ArrayList<>();
        for (int i : new int[] {0, other}) {
            int flattened = i;
            boolean restIsFlat = IntStream.range(0, inputs.size())
                    .allMatch(each -> each == flattened || inputs.get(each) instanceof Shape.Vector);
            if (restIsFlat && !(inputs.get(i) instanceof Shape.Vector)) {
                remedies.add(new Fit.Remedy.Insert(
                        "Insert Flatten before input " + (i + 1) + " → "
                                + inputs.get(i).size(),
                        i,
                        "flatten",
                        Map.of()));
            }
        }
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "input 1 is " + inputs.get(0).text() + " but input " + (other + 1) + " is "
                        + inputs.get(other).text() + ".",
                "All inputs agree in every size but the first.",
                "Flatten them, or bring them to the same height and width.",
                remedies);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Merge(Op.Merge.Kind.CONCATENATE, inputs));
    }
}
