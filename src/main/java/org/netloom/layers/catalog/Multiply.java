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

final class Multiply implements LayerType {

    @Override
    public String id() {
        return "multiply";
    }

    @Override
    public String label() {
        return "Multiply";
    }

    @Override
    public Category category() {
        return Category.MERGING;
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public String icon() {
        return "times";
    }

    @Override
    public String help() {
        return "Multiplies its inputs number by number; all have the same shape. Lets one branch gate another.";
    }

    @Override
    public String formula() {
        return "y = x₁ · x₂ · …";
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
        return Merging.sameShape(inputs);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Merge(Op.Merge.Kind.MULTIPLY, inputs));
    }
}
