package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class SeparableConv2d implements LayerType {

    private static final Convolutions SHARED = new Convolutions(Convolutions.Kind.SEPARABLE, 2);

    @Override
    public String id() {
        return "separable-conv2d";
    }

    @Override
    public String label() {
        return "SeparableConv2D";
    }

    @Override
    public Category category() {
        return Category.CONVOLUTION;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public String icon() {
        return "window";
    }

    @Override
    public String help() {
        return "A depthwise convolution followed by one of 1 × 1 across the channels: nearly as able as a full one, with far fewer weights.";
    }

    @Override
    public String formula() {
        return "y = f(b + w₂ ∗ (w₁ ∗ x)), w₁ channel by channel, w₂ 1 × 1";
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
