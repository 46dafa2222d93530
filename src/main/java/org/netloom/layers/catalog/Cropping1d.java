package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Cropping1d implements LayerType {

    private static final Borders SHARED = new Borders(Op.Border.Kind.CROP, 1);

    @Override
    public String id() {
        return "cropping1d";
    }

    @Override
    public String label() {
        return "Cropping1D";
    }

    @Override
    public Category category() {
        return Category.RESHAPING;
    }

    @Override
    public int place() {
        return 135;
    }

    @Override
    public String icon() {
        return "resize";
    }

    @Override
    public String help() {
        return "Cuts off numbers at the ends of a sequence.";
    }

    @Override
    public String formula() {
        return "y[c, i] = x[c, i + before]";
    }

    @Override
    public List<Parameter> parameters() {
        return SHARED.parameters();
    }

    @Override
    public String summary(Settings settings) {
        return SHARED.summary(settings);
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return SHARED.outputShape(inputs, settings);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return SHARED.lower(inputs, settings);
    }
}
