package org.netloom.layers.catalog;

import java.util.List;
import org.netloom.design.Shape;
import org.netloom.design.Value;
import org.netloom.layers.Category;
import org.netloom.layers.Fit;
import org.netloom.layers.LayerType;
import org.netloom.layers.Op;
import org.netloom.layers.Parameter;
import org.netloom.layers.Settings;

final class LocalResponseNorm implements LayerType {

    @Override
    public String id() {
        return "local-response-norm";
    }

    @Override
    public String label() {
        return "LocalResponseNorm";
    }

    @Override
    public Category category() {
        return Category.NORMALIZATION;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public String help() {
        return "Damps a number where neighbouring channels are strong at the same place, as AlexNet did. Today BatchNorm is the usual choice.";
    }

    @Override
    public String formula() {
        return "y[c] = x[c] / (k + α Σ x[c′]²)^β, c′ within n / 2 of c";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.whole("size", "Channels n", 5, 1, 1_000, "How many neighbouring channels count, odd."),
                Parameter.between("k", "k", 2.0, 0, 1e6, "Keeps the division away from zero."),
                Parameter.real("alpha", "α", 1e-4, 0, 1e6, "How strongly neighbours damp."),
                Parameter.real("beta", "β", 0.75, 0, 100, "Exponent."));
    }

    @Override
    public String summary(Settings settings) {
        return settings.whole("size") + " channels";
    }

    @Override
    public Fit outputShape(List<Shape> inputs, Settings settings) {
        Shape input = inputs.get(0);
        if (!(input instanceof Shape.Image)) {
            return Misfits.needsImage(input, "");
        }
        long size = settings.whole("size");
        return size % 2 == 1 ? Fit.of(input) : even(size);
    }

    @Override
    public List<Op> lower(List<Shape> inputs, Settings settings) {
        return List.of(new Op.LocalResponse(
                inputs.get(0),
                settings.whole("size"),
                settings.real("k"),
                settings.real("alpha"),
                settings.real("beta")));
    }

    private static Fit even(long size) {
        return new Fit.Misfit(
                "even-size",
                "size",
                size + " channels have no middle.",
                "The number of channels is odd: as many on either side.",
                "Use one more or one less.",
                List.of(
                        new Fit.Remedy.Set("Set channels to " + (size - 1), "size", Value.of(size - 1)),
                        new Fit.Remedy.Set("Set channels to " + (size + 1), "size", Value.of(size + 1))));
    }
}
