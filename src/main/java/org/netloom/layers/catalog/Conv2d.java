package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Conv2d implements LayerType {

    private static final Convolutions SHARED = new Convolutions(Convolutions.Kind.FULL, 2);

    @Override
    public String id() {
        return "conv2d";
    }

    @Override
    public String label() {
        return "Conv2D";
    }

    @Override
    public Category category() {
        return Category.CONVOLUTION;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public String icon() {
        return "window";
    }

    @Override
    public String help() {
        return "Slides learned kernels over a picture and answers where each finds its pattern. Every kernel reaches through all channels; "
                + "for one kernel per channel take a depthwise convolution (other numbers of groups are not offered).";
    }

    @Override
    public String formula() {
        return "y[o, i, j] = f(b[o] + Σ w[o, c, m, n] · x[c, i s + m d, j s + n d])";
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
