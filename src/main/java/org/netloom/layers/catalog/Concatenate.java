package org.netloom.layers.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netloom.design.Arity;
import org.netloom.design.Shape;
import org.netloom.design.Value;
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
        Map<Integer, List<Fit.Remedy.Link>> flattened = new LinkedHashMap<>();
        long total = 0;
        for (int i = 0; i < inputs.size(); i++) {
            total += inputs.get(i).size();
            if (!(inputs.get(i) instanceof Shape.Vector)) {
                flattened.put(i, List.of(new Fit.Remedy.Link("flatten", Map.of())));
            }
        }
        String what = flattened.size() == 1
                ? "Insert Flatten before input "
                        + (flattened.keySet().iterator().next() + 1)
                : "Insert Flatten before " + flattened.size() + " inputs";
        remedies.add(new Fit.Remedy.InsertAll(what + " → " + total, flattened));
        List<Long> wanted = new ArrayList<>(inputs.get(0).dims());
        long beside = inputs.get(0).size() / wanted.get(0);
        if (inputs.get(other).size() % beside == 0) {
            wanted.set(0, inputs.get(other).size() / beside);
            remedies.add(new Fit.Remedy.Insert(
                    "Reshape input " + (other + 1) + " → " + Shape.of(wanted).text(),
                    other,
                    "reshape",
                    Map.of("shape", new Value.Dims(wanted))));
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
