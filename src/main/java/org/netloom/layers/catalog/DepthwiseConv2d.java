package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class DepthwiseConv2d implements LayerType {

    private static final Convolutions SHARED = new Convolutions(Convolutions.Kind.DEPTHWISE, 2);

    @Override
    public String id() {
        return "depthwise-conv2d";
    }

    @Override
    public String label() {
        return "DepthwiseConv2D";
    }

    @Override
    public Category category() {
        return Category.CONVOLUTION;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public String icon() {
        return "window";
    }

    @Override
    public String help() {
        return "A convolution that looks at each channel alone: as many groups as channels, and few weights.";
    }

    @Override
    public String formula() {
        return "y[c k + o, i, j] = f(b + Σ w[m, n, c, o] · x[c, i s + m d, j s + n d])";
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
