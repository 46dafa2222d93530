package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class Bidirectional implements LayerType {

    @Override
    public String id() {
        return "bidirectional";
    }

    @Override
    public String label() {
        return "Bidirectional";
    }

    @Override
    public Category category() {
        return Category.RECURRENT;
    }

    @Override
    public int place() {
        return 4;
    }

    @Override
    public String icon() {
        return "both-ways";
    }

    @Override
    public String help() {
        return "Two recurrent layers over the same sequence, one reading forward, one backward, so that every step "
                + "knows what comes before and after it. Its last step is where each of both ends.";
    }

    @Override
    public String formula() {
        return "y = merge(h→, h←)";
    }

    @Override
    public List<Parameter> parameters() {
        return Cells.with(
                Parameter.choice(
                        "cell",
                        "Cell",
                        "lstm",
                        List.of(
                                new Parameter.Option("lstm", "LSTM", "Long short-term memory.", ""),
                                new Parameter.Option("gru", "GRU", "Gated recurrent unit.", ""),
                                new Parameter.Option("simple", "Simple RNN", "The plain recurrent cell.", "")),
                        "What reads the sequence in each direction."),
                Cells.units(),
                Cells.Merging.parameter(),
                Cells.returns(),
                Cells.activation(),
                Cells.gate().shownWhen("cell", "lstm", "gru"),
                Cells.forgetBias().shownWhen("cell", "lstm"));
    }

    @Override
    public String summary(Settings settings) {
        return "2 × " + Cells.summary(settings);
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        boolean side = Cells.Merging.way(settings) == Op.Recurrent.Way.BOTH_CONCATENATED;
        return Cells.outputShape(inputs, settings, (side ? 2 : 1) * settings.whole("units"));
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        Op.Recurrent.Cell cell = switch (settings.choice("cell")) {
            case "gru" -> Op.Recurrent.Cell.GRU;
            case "simple" -> Op.Recurrent.Cell.SIMPLE;
            default -> Op.Recurrent.Cell.LSTM;
        };
        return Cells.lower(cell, Cells.Merging.way(settings), inputs, settings);
    }
}
