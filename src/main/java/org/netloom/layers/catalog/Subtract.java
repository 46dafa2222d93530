package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Arity;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Subtract implements LayerType {

    @Override
    public String id() {
        return "subtract";
    }

    @Override
    public String label() {
        return "Subtract";
    }

    @Override
    public Category category() {
        return Category.MERGING;
    }

    @Override
    public int place() {
        return 6;
    }

    @Override
    public String icon() {
        return "minus";
    }

    @Override
    public String help() {
        return "The first input minus the second, number by number; both have the same shape.";
    }

    @Override
    public String formula() {
        return "y = x₁ − x₂";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Arity arity() {
        return new Arity(2, 2, true);
    }

    @Override
    public String summary(Settings settings) {
        return "";
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Merging.sameShape(inputs);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Merge(Op.Merge.Kind.SUBTRACT, inputs));
    }
}
