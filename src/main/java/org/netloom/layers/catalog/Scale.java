package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Scale implements LayerType {

    @Override
    public String id() {
        return "scale";
    }

    @Override
    public String label() {
        return "Scale";
    }

    @Override
    public Category category() {
        return Category.RESHAPING;
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public String icon() {
        return "resize";
    }

    @Override
    public String help() {
        return "Multiplies every number by a constant and adds another; nothing is learned.";
    }

    @Override
    public String formula() {
        return "y = factor · x + offset";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.real("factor", "Factor", 1, -1e6, 1e6, "What every number is multiplied by."),
                Parameter.real("offset", "Offset", 0, -1e6, 1e6, "What is added then."));
    }

    @Override
    public String summary(Settings settings) {
        return "× " + new Value.Real(settings.real("factor")).text();
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Fit.of(inputs.get(0));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.Rescale(inputs.get(0), settings.real("factor"), settings.real("offset")));
    }
}
