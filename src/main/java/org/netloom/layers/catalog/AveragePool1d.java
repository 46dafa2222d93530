package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class AveragePool1d implements LayerType {

    private static final Poolings SHARED = new Poolings(Op.Pool.Kind.AVERAGE, 1, "average-pool2d");

    @Override
    public String id() {
        return "average-pool1d";
    }

    @Override
    public String label() {
        return "AveragePool1D";
    }

    @Override
    public Category category() {
        return Category.POOLING;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public String icon() {
        return "grid";
    }

    @Override
    public String help() {
        return "Takes the mean of each window of steps; padded places do not count.";
    }

    @Override
    public String formula() {
        return "y[c, i] = mean x[c, i s + m]";
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
