package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Lstm implements LayerType {

    @Override
    public String id() {
        return "lstm";
    }

    @Override
    public String label() {
        return "LSTM";
    }

    @Override
    public Category category() {
        return Category.RECURRENT;
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public String icon() {
        return "memory";
    }

    @Override
    public String help() {
        return "Long short-term memory: a cell c carries what is remembered; gates decide what is forgotten, added and "
                + "shown at each step. The usual choice for long sequences. No peepholes.";
    }

    @Override
    public String formula() {
        return """
                iₜ = σ(xₜ Wᵢ + hₜ₋₁ Rᵢ + bᵢ)
                fₜ = σ(xₜ W_f + hₜ₋₁ R_f + b_f)
                oₜ = σ(xₜ Wₒ + hₜ₋₁ Rₒ + bₒ)
                gₜ = φ(xₜ W_g + hₜ₋₁ R_g + b_g)
                cₜ = fₜ · cₜ₋₁ + iₜ · gₜ
                hₜ = oₜ · φ(cₜ)""";
    }

    @Override
    public List<Parameter> parameters() {
        return Cells.with(
                Cells.units(),
                Cells.returns(),
                Cells.direction(),
                Cells.activation(),
                Cells.gate(),
                Cells.forgetBias());
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
        return Cells.lower(Op.Recurrent.Cell.LSTM, Cells.way(settings), inputs, settings);
    }
}
