package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class ConvTranspose2d implements LayerType {

    private static final Convolutions SHARED = new Convolutions(Convolutions.Kind.TRANSPOSED, 2);

    @Override
    public String id() {
        return "conv-transpose2d";
    }

    @Override
    public String label() {
        return "Conv2DTranspose";
    }

    @Override
    public Category category() {
        return Category.CONVOLUTION;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public String icon() {
        return "window";
    }

    @Override
    public String help() {
        return "A convolution the other way round (deconvolution): every number of the input is spread over a kernel. Makes pictures larger; for decoders and generators. "
                + "Padding same multiplies height and width by the stride.";
    }

    @Override
    public String formula() {
        return "y[o, i s + m, j s + n] += w[c, o, m, n] · x[c, i, j], then f(y + b)";
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
