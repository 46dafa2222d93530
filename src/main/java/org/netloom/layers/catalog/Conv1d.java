package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Conv1d implements LayerType {

    private static final Convolutions SHARED = new Convolutions(Convolutions.Kind.FULL, 1);

    @Override
    public String id() {
        return "conv1d";
    }

    @Override
    public String label() {
        return "Conv1D";
    }

    @Override
    public Category category() {
        return Category.CONVOLUTION;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public String icon() {
        return "window";
    }

    @Override
    public String help() {
        return "Slides learned kernels along a sequence. With causal padding no step sees later ones. "
                + "Steps that are only padding stay zero.";
    }

    @Override
    public String formula() {
        return "y[o, i] = f(b[o] + Σ w[o, c, m] · x[c, i s + m d])";
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
