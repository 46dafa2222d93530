package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class ZeroPadding1d implements LayerType {

    private static final Borders SHARED = new Borders(Op.Border.Kind.PAD, 1);

    @Override
    public String id() {
        return "zero-padding1d";
    }

    @Override
    public String label() {
        return "ZeroPadding1D";
    }

    @Override
    public Category category() {
        return Category.RESHAPING;
    }

    @Override
    public int place() {
        return 125;
    }

    @Override
    public String icon() {
        return "resize";
    }

    @Override
    public String help() {
        return "Adds zeros before and after a sequence.";
    }

    @Override
    public String formula() {
        return "y = [0 … x … 0]";
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
