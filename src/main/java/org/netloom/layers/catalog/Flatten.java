package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Flatten implements LayerType {

    @Override
    public String id() {
        return "flatten";
    }

    @Override
    public String label() {
        return "Flatten";
    }

    @Override
    public Category category() {
        return Category.RESHAPING;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public String icon() {
        return "flatten";
    }

    @Override
    public String help() {
        return "Lays the numbers of an image or a sequence into one flat vector, so that Dense layers can take them.";
    }

    @Override
    public String formula() {
        return "y = vec(x)";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public String summary(Settings settings) {
        return "";
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Fit.of(new Shape.Vector(inputs.get(0).size()));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(
                new Op.Reshape(inputs.get(0), new Shape.Vector(inputs.get(0).size())));
    }
}
