package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class SimpleRnn implements LayerType {

    @Override
    public String id() {
        return "simple-rnn";
    }

    @Override
    public String label() {
        return "Simple RNN";
    }

    @Override
    public Category category() {
        return Category.RECURRENT;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public String icon() {
        return "loop";
    }

    @Override
    public String help() {
        return "The plain recurrent layer (Elman): reads a sequence step by step; each step sees the input and what "
                + "was remembered before. Forgets within some ten steps; LSTM and GRU remember longer.";
    }

    @Override
    public String formula() {
        return "hₜ = f(xₜ W + hₜ₋₁ R + b)";
    }

    @Override
    public List<Parameter> parameters() {
        return Cells.with(Cells.units(), Cells.returns(), Cells.direction(), Cells.activation());
    }

    @Override
    public String summary(Settings settings) {
        return Cells.summary(settings);
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return Cells.outputShape(inputs, settings, settings.whole("units"));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return Cells.lower(Op.Recurrent.Cell.SIMPLE, Cells.way(settings), inputs, settings);
    }
}
