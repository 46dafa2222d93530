package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class AveragePool2d implements LayerType {

    private static final Poolings SHARED = new Poolings(Op.Pool.Kind.AVERAGE, 2, "average-pool1d");

    @Override
    public String id() {
        return "average-pool2d";
    }

    @Override
    public String label() {
        return "AveragePool2D";
    }

    @Override
    public Category category() {
        return Category.POOLING;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public String icon() {
        return "grid";
    }

    @Override
    public String help() {
        return "Takes the mean under each window; padded places do not count.";
    }

    @Override
    public String formula() {
        return "y[c, i, j] = mean x[c, i s + m, j s + n]";
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
