package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Gru implements LayerType {

    @Override
    public String id() {
        return "gru";
    }

    @Override
    public String label() {
        return "GRU";
    }

    @Override
    public Category category() {
        return Category.RECURRENT;
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public String icon() {
        return "loop";
    }

    @Override
    public String help() {
        return "Gated recurrent unit: like LSTM with one gate less and no separate cell, so fewer weights. The reset "
                + "gate acts after the multiplication, as in PyTorch and with reset_after in Keras.";
    }

    @Override
    public String formula() {
        return """
                zₜ = σ(xₜ W_z + b_z + hₜ₋₁ R_z + d_z)
                rₜ = σ(xₜ Wᵣ + bᵣ + hₜ₋₁ Rᵣ + dᵣ)
                nₜ = φ(xₜ Wₙ + bₙ + rₜ · (hₜ₋₁ Rₙ + dₙ))
                hₜ = (1 − zₜ) · nₜ + zₜ · hₜ₋₁""";
    }

    @Override
    public List<Parameter> parameters() {
        return Cells.with(Cells.units(), Cells.returns(), Cells.direction(), Cells.activation(), Cells.gate());
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
        return Cells.lower(Op.Recurrent.Cell.GRU, Cells.way(settings), inputs, settings);
    }
}
