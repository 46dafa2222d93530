package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class LastStep implements LayerType {

    @Override
    public String id() {
        return "last-step";
    }

    @Override
    public String label() {
        return "Last Step";
    }

    @Override
    public Category category() {
        return Category.RECURRENT;
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public String icon() {
        return "last";
    }

    @Override
    public String help() {
        return "Keeps the last step of a sequence and drops the others, so that Dense layers can take it. Where sequences "
                + "have different lengths, it is the last step that counts.";
    }

    @Override
    public String formula() {
        return "y = x_T";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public String summary(Settings settings) {
        return "";
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        return switch (inputs.get(0)) {
            case Shape.Sequence sequence -> Fit.of(new Shape.Vector(sequence.features()));
            case Shape.Vector vector -> Misfits.needsSequence(vector, "");
            case Shape.Image image -> Misfits.needsSequence(image, "");
        };
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.LastStep((Shape.Sequence) inputs.get(0)));
    }
}
