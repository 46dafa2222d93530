package org.netloom.layers.catalog;

import java.util.ArrayList;
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

final class Add implements LayerType {

    @Override
    public String id() {
        return "add";
    }

    @Override
    public String label() {
        return "Add";
    }

    @Override
    public Category category() {
        return Category.MERGING;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public String icon() {
        return "plus";
    }

    @Override
    public String help() {
        return "Adds its inputs number by number; all have the same shape. Makes residual connections.";
    }

    @Override
    public String formula() {
        return "y = x₁ + x₂ + …";
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
        for (int i = 1; i < inputs.size(); i++) {
            if (!inputs.get(i).equals(first)) {
                return different(first, inputs.get(i), i);
            }
        }
        return Fit.of(first);
    }

    private static Fit different(Shape first, Shape other, int input) {
        List<Fit.Remedy> remedies = new ArrayList<>();
        if (first instanceof Shape.Vector(long wanted) && other instanceof Shape.Vector) {
            remedies.add(new Fit.Remedy.Insert(
                    "Project input " + (input + 1) + " with Dense → " + wanted,
                    input,
                    "dense",
                    Map.of("units", Value.of(wanted), "activation", Value.of("identity"))));
            remedies.add(new Fit.Remedy.Become("Concatenate instead of adding", "concatenate"));
        } else if (first.size() == other.size()) {
            remedies.add(new Fit.Remedy.Insert(
                    "Reshape input " + (input + 1) + " → " + first.text(),
                    input,
                    "reshape",
                    Map.of("shape", new Value.Dims(first.dims()))));
        } else if (first instanceof Shape.Vector) {
            remedies.add(new Fit.Remedy.Insert(
                    "Insert Flatten before input " + (input + 1) + " → " + other.size(), input, "flatten", Map.of()));
        } else {
            remedies.add(
                    new Fit.Remedy.Insert("Insert Flatten before input 1 → " + first.size(), 0, "flatten", Map.of()));
        }
        return new Fit.Misfit(
                "shape-mismatch",
                null,
                "input 1 is " + first.text() + " but input " + (input + 1) + " is " + other.text() + ".",
                "All inputs have the same shape.",
                "Bring them to one shape, or use Concatenate.",
                remedies);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Merge(Op.Merge.Kind.ADD, inputs));
    }
}
